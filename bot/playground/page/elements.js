// Buttons and the like: what is clicked once. Controls with a value come from controls.js.
import { control, isControl } from "./controls.js";
import { byId, h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { plain } from "./mrkdwn.js";

/**
 * An element of a block. `surface.use(block, element, value)` delivers what was clicked or chosen;
 * `surface.before(block, element)` is the value that stood there.
 */
export function element(block, item, surface) {
  if (isControl(item.type)) return chooser(block, item, surface);
  switch (item.type) {
    case "button":
    case "workflow_button":
      return button(block, item, surface);
    case "icon_button":
      return iconButton(block, item, surface);
    case "feedback_buttons":
      return feedback(block, item, surface);
    case "overflow":
      return overflow(block, item, surface);
    default:
      return null;
  }
}

function chooser(block, item, surface) {
  const onChoose = async (value) => {
    if (await confirmed(item.confirm)) await waiting(node, () => surface.use(block, item, value));
  };
  const node = control(block, item, { before: surface.before(block, item), onChoose, view: surface.view });
  return node;
}

function button(block, item, surface) {
  const node = h(
    "button",
    {
      type: "button",
      class: `button ${item.style ?? ""}`,
      "aria-label": item.accessibility_label,
      onclick: () => press(node, block, item, surface),
    },
    plain(item.text.text),
  );
  return node;
}

async function press(node, block, item, surface) {
  if (!(await confirmed(item.confirm))) return;
  if (/^https?:/i.test(item.url ?? "")) window.open(item.url, "_blank", "noopener");
  await waiting(node, () => surface.use(block, item, null));
}

function iconButton(block, item, surface) {
  const words = item.accessibility_label ?? item.text.text;
  const node = h(
    "button",
    {
      type: "button",
      class: "icon",
      title: item.text.text,
      "aria-label": words,
      onclick: () => press(node, block, item, surface),
    },
    icon(item.icon),
  );
  return node;
}

function feedback(block, item, surface) {
  const pair = [
    ["up", item.positive_button],
    ["down", item.negative_button],
  ];
  const buttons = pair.map(([sign, { text, value, accessibility_label }]) => {
    const node = h(
      "button",
      {
        type: "button",
        class: "icon",
        title: text.text,
        "aria-label": accessibility_label ?? text.text,
        "aria-pressed": "false",
        onclick: () => give(node, value),
      },
      icon(sign),
    );
    return node;
  });
  const give = (node, value) => {
    for (const each of buttons) each.setAttribute("aria-pressed", String(each === node));
    return waiting(node, () => surface.use(block, item, value));
  };
  return h("span", { class: "feedback" }, buttons);
}

function overflow(block, item, surface) {
  const node = h(
    "button",
    { type: "button", class: "icon", "aria-label": "更多", "aria-haspopup": "menu", onclick: () => open() },
    icon("more"),
  );
  const open = () =>
    openMenu(
      node,
      item.options.map((option) => ({
        words: option.text.text,
        note: option.description?.text,
        run: async () => {
          if (await confirmed(item.confirm))
            await waiting(node, () => surface.use(block, item, option.value));
        },
      })),
    );
  return node;
}

/** Marks a node as busy while something is under way. */
export async function waiting(node, work) {
  node.classList.add("busy");
  node.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    node.classList.remove("busy");
    node.removeAttribute("aria-busy");
  }
}

/** Asks as a confirm object says; true at once where there is none. */
export function confirmed(ask) {
  if (!ask) return Promise.resolve(true);
  const dialog = byId("confirm");
  return new Promise((resolve) => {
    const answer = (value) => () => (dialog.close(), resolve(value));
    dialog.oncancel = answer(false);
    dialog.replaceChildren(
      h("header", {}, h("h2", { id: "confirm-title" }, ask.title.text)),
      h("div", { class: "body" }, ask.text.text),
      h(
        "footer",
        {},
        h("button", { type: "button", class: "button", onclick: answer(false) }, ask.deny?.text ?? "取消"),
        h(
          "button",
          { type: "button", class: `button ${ask.style ?? "primary"}`, onclick: answer(true) },
          ask.confirm.text,
        ),
      ),
    );
    dialog.showModal();
  });
}
