// The markdown block: ordinary Markdown with headings, lists, quotes, tables and code.
import { h } from "./dom.js";
import { plain, safeLink } from "./mrkdwn.js";

const INLINE =
  /(`[^`]+`)|(\*\*[^*]+\*\*)|(\*[^*\s][^*]*\*)|(_[^_\s][^_]*_)|(~~[^~]+~~)|(\[[^\]]+\]\([^)\s]+\))/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** A Markdown text as a list of nodes. */
export function markdown(text) {
  const lines = text.split("\n");
  const nodes = [];
  while (lines.length) nodes.push(block(lines));
  return nodes.filter(Boolean);
}

function block(lines) {
  const line = lines[0];
  if (!line.trim()) return lines.shift() && null;
  if (line.startsWith("```")) return fence(lines);
  if (RULE.test(line)) return lines.shift() && h("hr");
  const heading = line.match(/^(#{1,6})\s+(.*)$/);
  if (heading) return lines.shift() && h(`h${Math.min(heading[1].length + 2, 6)}`, {}, inline(heading[2]));
  if (line.startsWith(">"))
    return h(
      "blockquote",
      {},
      markdown(
        takeWhile(lines, (l) => l.startsWith(">"))
          .map((l) => l.replace(/^> ?/, ""))
          .join("\n"),
      ),
    );
  if (ITEM.test(line)) return list(lines);
  if (line.includes("|") && TABLE_RULE.test(lines[1] ?? "")) return table(lines);
  return h("p", {}, paragraph(lines));
}

function fence(lines) {
  lines.shift();
  const inside = takeWhile(lines, (line) => !line.startsWith("```"));
  lines.shift();
  return h("pre", {}, h("code", {}, inside.join("\n")));
}

function paragraph(lines) {
  const own = takeWhile(lines, (line) => line.trim() && !/^(#{1,6}\s|>|```)/.test(line) && !ITEM.test(line));
  return own.flatMap((line, index) => (index ? [h("br"), ...inline(line)] : inline(line)));
}

function list(lines) {
  const [, indent, mark] = lines[0].match(ITEM);
  const items = [];
  while (lines.length && ITEM.test(lines[0])) {
    const [, own, , words] = lines[0].match(ITEM);
    if (own.length < indent.length) break;
    if (own.length > indent.length) items.at(-1).append(list(lines));
    else (items.push(h("li", {}, inline(words))), lines.shift());
  }
  return h(/\d/.test(mark) ? "ol" : "ul", {}, items);
}

function table(lines) {
  const rows = takeWhile(lines, (line) => line.includes("|"));
  const cells = (row) =>
    row
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => cell.trim());
  const head = h(
    "thead",
    {},
    h(
      "tr",
      {},
      cells(rows[0]).map((cell) => h("th", {}, inline(cell))),
    ),
  );
  const body = h(
    "tbody",
    {},
    rows.slice(2).map((row) =>
      h(
        "tr",
        {},
        cells(row).map((cell) => h("td", {}, inline(cell))),
      ),
    ),
  );
  return h("div", { class: "table-frame" }, h("table", {}, head, body));
}

function inline(text) {
  const match = text.match(INLINE);
  if (!match) return text ? [plain(text)] : [];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...(before ? [plain(before)] : []), marked(match[0]), ...inline(after)];
}

function marked(part) {
  if (part.startsWith("`")) return h("code", {}, part.slice(1, -1));
  if (part.startsWith("**")) return h("strong", {}, inline(part.slice(2, -2)));
  if (part.startsWith("~~")) return h("s", {}, inline(part.slice(2, -2)));
  if (part.startsWith("[")) {
    const [, words, url] = part.match(/^\[([^\]]+)\]\(([^)\s]+)\)$/);
    return safeLink(url, ...inline(words));
  }
  return h("em", {}, inline(part.slice(1, -1)));
}

function takeWhile(lines, keep) {
  const taken = [];
  while (lines.length && keep(lines[0])) taken.push(lines.shift());
  return taken;
}
