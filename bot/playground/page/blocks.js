// Slack's blocks as elements of the page.
import { element } from "./elements.js";
import { control, isControl } from "./controls.js";
import { h } from "./dom.js";
import { markdown } from "./markdown.js";
import { mrkdwn, plain, safeLink } from "./mrkdwn.js";
import { richText } from "./rich_text.js";

/** The blocks of a message or a view, drawn one under the other. */
export function blocks(list, surface) {
  return list.map((block) => {
    const draw = DRAW[block.type];
    return h(
      "div",
      { class: `block ${block.type}`, dataset: { block: block.block_id ?? "" } },
      draw ? draw(block, surface) : unknown(block),
    );
  });
}

/** A text object as nodes. */
export function text(object) {
  if (object.type === "mrkdwn") return mrkdwn(object.text);
  return object.text.split("\n").flatMap((line, index) => (index ? [h("br"), plain(line)] : [plain(line)]));
}

const DRAW = {
  section,
  header: (block) => h("h3", {}, plain(block.text.text)),
  divider: () => h("hr"),
  context: (block) =>
    block.elements.map((item) => (item.type === "image" ? image(item, "small") : h("span", {}, text(item)))),
  actions: (block, surface) => block.elements.map((item) => element(block, item, surface)),
  context_actions: (block, surface) => block.elements.map((item) => element(block, item, surface)),
  image: (block) =>
    h("figure", {}, block.title && h("figcaption", {}, plain(block.title.text)), image(block, "large")),
  input,
  rich_text: (block) => richText(block.elements),
  markdown: (block) => markdown(block.text),
  table,
  alert: (block) =>
    h("div", { class: `alert-box ${block.level ?? "default"}`, role: "note" }, text(block.text)),
  video: (block) => safeLink(block.title_url ?? block.video_url, `▶ ${block.title.text}`),
};

function section(block, surface) {
  return h(
    "div",
    { class: "row" },
    h(
      "div",
      { class: "grow" },
      block.text && h("div", { class: "text" }, text(block.text)),
      block.fields &&
        h(
          "div",
          { class: "fields" },
          block.fields.map((field) => h("div", {}, text(field))),
        ),
    ),
    block.accessory &&
      h(
        "div",
        { class: "accessory" },
        block.accessory.type === "image"
          ? image(block.accessory, "thumb")
          : element(block, block.accessory, surface),
      ),
  );
}

function image(item, size) {
  const own = item.slack_file ? fileAddress(item.slack_file) : item.image_url;
  if (!/^data:image\//.test(own) && new URL(own, location.href).origin !== location.origin)
    return h("span", { class: "no-image" }, "🖼 ", safeLink(own, item.alt_text));
  return h("img", { class: size, src: own, alt: item.alt_text, loading: "lazy" });
}

const fileAddress = (file) => (file.id ? `/files-pri/${file.id}/picture` : file.url);

function input(block, surface) {
  const item = block.element;
  const label = block.label.text;
  const onChoose = block.dispatch_action ? (value) => surface.use(block, item, value) : undefined;
  const field = isControl(item.type)
    ? control(block, item, { before: surface.before(block, item), onChoose, label, view: surface.view })
    : h("p", {}, `（这里不支持 ${item.type}）`);
  if (item.focus_on_load) field.autofocus = true;
  return h(
    "div",
    { class: "input-block" },
    h(
      "div",
      { class: "label", "aria-hidden": "true" },
      plain(label),
      block.optional && h("small", {}, "（可选）"),
    ),
    field,
    block.hint && h("small", { class: "hint" }, plain(block.hint.text)),
    h("div", { class: "problem", role: "alert" }),
  );
}

function table(block) {
  const settings = block.column_settings ?? [];
  const [head, ...body] = block.rows;
  const row = (cells, tag) =>
    h(
      "tr",
      {},
      cells.map((cell, index) => {
        const { align = "left", is_wrapped } = settings[index] ?? {};
        return h(tag, { class: `align-${align}${is_wrapped ? " wrapped" : ""}` }, tableCell(cell));
      }),
    );
  return h(
    "div",
    { class: "table-frame", tabindex: "0" },
    h(
      "table",
      {},
      h("thead", {}, row(head, "th")),
      h(
        "tbody",
        {},
        body.map((cells) => row(cells, "td")),
      ),
    ),
  );
}

function tableCell(cell) {
  if (cell.type === "rich_text") return richText(cell.elements);
  return cell.type === "raw_number" ? String(cell.text ?? cell.value) : cell.text;
}

function unknown(block) {
  return h("em", {}, `（这里不显示 ${block.type} 块）`);
}
