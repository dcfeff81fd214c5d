// The form in front: the top view of the stack, its fields, its problems, its buttons.
import { blocks } from "./blocks.js";
import { entered, plainOf } from "./controls.js";
import { byId, h } from "./dom.js";
import { icon } from "./icons.js";
import { waiting } from "./elements.js";
import { deed } from "./server.js";
import { state } from "./store.js";

let shown = null;

/** Shows the person's top modal, or none. */
export function drawModal() {
  const dialog = byId("modal");
  const view = state.world.modals.at(-1);
  if (!view) {
    shown = null;
    if (dialog.open) dialog.close();
    return;
  }
  if (shown?.id === view.id && shown.hash === view.hash) return;
  const typed = shown?.id === view.id ? entered(dialog) : {};
  shown = view;
  dialog.oncancel = (event) => (event.preventDefault(), closeView(view));
  dialog.replaceChildren(header(view), form(view, typed));
  if (!dialog.open) dialog.showModal();
  focusable(dialog.querySelector("[autofocus]") ?? dialog.querySelector(".control, .body .button"))?.focus();
}

function header(view) {
  return h(
    "header",
    {},
    h("h2", { id: "modal-title" }, view.title.text),
    h(
      "button",
      { type: "button", class: "icon", "aria-label": "关闭", onclick: () => closeView(view, true) },
      icon("close"),
    ),
  );
}

function form(view, typed) {
  const body = h("div", { class: "body" }, blocks(view.blocks, viewSurface(view, typed)));
  const submit = view.submit && h("button", { type: "submit", class: "button primary" }, view.submit.text);
  const node = h(
    "form",
    { novalidate: true },
    body,
    h(
      "footer",
      {},
      h(
        "button",
        { type: "button", class: "button", onclick: () => closeView(view) },
        view.close?.text ?? (state.world.modals.length > 1 ? "返回" : "取消"),
      ),
      submit,
    ),
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    if (submit && !submit.classList.contains("busy")) waiting(submit, () => send(view, node));
  });
  return node;
}

/** How the elements of a view deliver what is done with them. */
export function viewSurface(view, typed = {}) {
  return {
    view,
    before: (block, item) =>
      typed[block.block_id]?.[item.action_id] ?? plainOf(view.state.values[block.block_id]?.[item.action_id]),
    use: (block, item, value) => {
      const root = document.querySelector(`[data-block="${CSS.escape(block.block_id)}"]`).parentElement;
      return deed("use_in_view", {
        view_id: view.id,
        block_id: block.block_id,
        action_id: item.action_id,
        value,
        values: entered(root),
      });
    },
  };
}

async function send(view, node) {
  const answer = await deed("submit", { view_id: view.id, values: entered(node) });
  showProblems(node, answer.errors ?? {});
}

function showProblems(node, errors) {
  for (const block of node.querySelectorAll(".block.input")) {
    const words = errors[block.dataset.block] ?? "";
    block.querySelector(".problem").textContent = words;
    block.classList.toggle("wrong", Boolean(words));
    block.querySelector(".control")?.setAttribute("aria-invalid", String(Boolean(words)));
  }
  focusable(node.querySelector(".wrong .control"))?.focus();
}

/** What takes the keyboard in a control: itself, or the first field inside it. */
const focusable = (control) =>
  control?.matches("input, select, textarea, button") ? control : control?.querySelector("input, summary");

const closeView = (view, everything = false) => deed("close", { view_id: view.id, everything });
