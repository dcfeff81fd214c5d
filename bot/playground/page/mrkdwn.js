// Slack's mrkdwn as elements: *bold*, _italic_, ~strike~, `code`, ```blocks```, > quotes, <links>.
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { state, userOf } from "./store.js";

// As in Slack, a mark counts only where no letter or digit touches it from outside. That holds for
// Chinese characters too: 中文*粗体*中文 stays as it is written.
const WORD = /[\p{L}\p{N}]/u;
const STYLES = { "*": "strong", _: "em", "~": "s" };
const SAFE_LINK = /^(https?:|mailto:)/i;

/** A text with Slack's three escapes undone. */
export const unescaped = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** A whole mrkdwn text as a list of nodes. */
export function mrkdwn(text) {
  return text.split(/```\n?([\s\S]*?)\n?```/).flatMap((part, index) => {
    if (index % 2) return [h("pre", {}, h("code", {}, unescaped(part)))];
    return part ? quotesAndLines(part) : [];
  });
}

/** A plain text with emoji where it is allowed to have them. */
export function plain(text, withEmoji = true) {
  return withEmoji ? text.replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name)) : text;
}

/** A link that can do no harm; its words alone where the address is of another kind. */
export function safeLink(url, ...words) {
  if (!SAFE_LINK.test(url)) return h("span", {}, ...words);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...words);
}

/** A mention of a person, a channel or everybody. */
export function mention(kind, id) {
  if (kind === "@") {
    const own = id === state.user;
    return h("span", { class: own ? "mention own" : "mention" }, `@${userOf(id).name}`);
  }
  const channel = state.world.channels.find((candidate) => candidate.id === id);
  return h("span", { class: "mention" }, `#${channel?.name ?? id}`);
}

function quotesAndLines(text) {
  const groups = [];
  for (const line of text.split("\n")) {
    const quoted = line.match(/^(?:>|&gt;) ?(.*)$/);
    const last = groups.at(-1);
    if (last && last.quote === Boolean(quoted)) last.lines.push(quoted ? quoted[1] : line);
    else groups.push({ quote: Boolean(quoted), lines: [quoted ? quoted[1] : line] });
  }
  return groups.flatMap(({ quote, lines }) =>
    quote ? [h("blockquote", {}, withBreaks(lines))] : withBreaks(lines),
  );
}

function withBreaks(lines) {
  return lines.flatMap((line, index) => (index ? [h("br"), ...inline(line)] : inline(line)));
}

function inline(text) {
  return text.split(/(`[^`\n]+`)|(<[^<>\n]+>)/).flatMap((part) => {
    if (!part) return [];
    if (/^`[^`]+`$/.test(part)) return [h("code", {}, unescaped(part.slice(1, -1)))];
    if (/^<[^<>]+>$/.test(part)) return [reference(part.slice(1, -1))];
    return styled(part);
  });
}

function reference(inside) {
  const [target, label] = inside.split(/\|(.*)/s);
  if (target.startsWith("@")) return mention("@", target.slice(1));
  if (target.startsWith("#")) return mention("#", target.slice(1));
  if (target.startsWith("!date^")) return dateToken(target, label);
  if (target.startsWith("!"))
    return h("span", { class: "mention" }, label ?? `@${target.slice(1).split("^")[0]}`);
  return safeLink(unescaped(target), unescaped(label ?? target));
}

function dateToken(target, label) {
  const [, seconds] = target.split("^");
  return h("time", { title: label }, new Date(Number(seconds) * 1000).toLocaleString("zh-CN"));
}

function styled(text) {
  const open = findStyle(text);
  if (!open) return text ? [plain(unescaped(text))] : [];
  const { start, end, mark } = open;
  return [
    ...styled(text.slice(0, start)),
    h(STYLES[mark], {}, styled(text.slice(start + 1, end))),
    ...styled(text.slice(end + 1)),
  ];
}

function findStyle(text) {
  for (let start = 0; start < text.length; start += 1) {
    const mark = text[start];
    if (!STYLES[mark] || WORD.test(text[start - 1] ?? "") || /\s/.test(text[start + 1] ?? " ")) continue;
    for (let end = text.indexOf(mark, start + 1); end > 0; end = text.indexOf(mark, end + 1)) {
      const closes = end > start + 1 && !/\s/.test(text[end - 1]) && !WORD.test(text[end + 1] ?? "");
      if (closes) return { start, end, mark };
    }
  }
  return null;
}
