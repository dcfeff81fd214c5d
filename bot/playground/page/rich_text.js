// The rich_text block: sections, lists, quotes and preformatted text.
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { mention, safeLink } from "./mrkdwn.js";

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };

/** The elements of a rich text as nodes. */
export function richText(elements) {
  return elements.map((element) => {
    if (element.type === "rich_text_list") return list(element);
    if (element.type === "rich_text_quote") return h("blockquote", {}, parts(element.elements));
    if (element.type === "rich_text_preformatted")
      return h("pre", {}, h("code", {}, parts(element.elements)));
    return h("div", { class: "rich-section" }, parts(element.elements));
  });
}

function list(element) {
  const tag = element.style === "ordered" ? "ol" : "ul";
  const properties = { class: `indent-${element.indent ?? 0}` };
  if (element.offset) properties.start = element.offset + 1;
  return h(
    tag,
    properties,
    element.elements.map((item) => h("li", {}, parts(item.elements))),
  );
}

function parts(elements) {
  return elements.map((part) => {
    let node = bare(part);
    for (const [style, tag] of Object.entries(STYLES)) if (part.style?.[style]) node = h(tag, {}, node);
    return node;
  });
}

function bare(part) {
  switch (part.type) {
    case "text":
      return h("span", { class: "words" }, part.text);
    case "link":
      return safeLink(part.url, part.text ?? part.url);
    case "user":
      return mention("@", part.user_id);
    case "channel":
      return mention("#", part.channel_id);
    case "usergroup":
      return h("span", { class: "mention" }, `@${part.usergroup_id}`);
    case "broadcast":
      return h("span", { class: "mention" }, `@${part.range}`);
    case "emoji":
      return emoji(part.name);
    case "date":
      return h("time", {}, part.fallback ?? new Date(part.timestamp * 1000).toLocaleString("zh-CN"));
    default:
      return "";
  }
}
