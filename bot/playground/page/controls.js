// Fields, menus, pickers and boxes. Each control is a node with `readValue()`, its plain value.
import { h } from "./dom.js";
import { deed, upload } from "./server.js";
import { channelName, state } from "./store.js";

const TEXT_TYPES = { email_text_input: "email", url_text_input: "url" };
const DATE_TYPES = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };
const MENUS = [
  "static_select",
  "users_select",
  "channels_select",
  "conversations_select",
  "multi_static_select",
  "multi_users_select",
  "external_select",
];

/** Whether this kind of element keeps a value. */
export function isControl(type) {
  return (
    MENUS.includes(type) ||
    type in DATE_TYPES ||
    type in TEXT_TYPES ||
    ["plain_text_input", "number_input", "checkboxes", "radio_buttons", "file_input"].includes(type)
  );
}

/** The control for an element; `onChoose` hears each choice, `before` is the value to open with. */
export function control(block, element, { before, onChoose, label, view }) {
  const value = before ?? initial(element);
  const node = build(element, value, { onChoose, label, view, block });
  node.classList.add("control");
  node.dataset.block = block.block_id;
  node.dataset.action = element.action_id;
  return node;
}

/** What stands in all controls under a node: block id → action id → plain value. */
export function entered(root) {
  const values = {};
  for (const node of root.querySelectorAll(".control")) {
    (values[node.dataset.block] ??= {})[node.dataset.action] = node.readValue();
  }
  return values;
}

/** The plain value of an element's state as Slack writes it. */
export function plainOf(now) {
  if (!now) return undefined;
  const [, value] = Object.entries(now).find(([key]) => key !== "type") ?? [];
  if (Array.isArray(value)) return value.map((item) => item?.value ?? item);
  return value?.value ?? value;
}

function build(element, value, context) {
  const { type } = element;
  if (type in DATE_TYPES) return picker(element, value, context);
  if (type === "checkboxes" || type === "radio_buttons") return boxes(element, value, context);
  if (type === "external_select") return externalMenu(element, value, context);
  if (type.startsWith("multi_")) return severalMenu(element, value, context);
  if (MENUS.includes(type)) return menu(element, value, context);
  if (type === "file_input") return fileField(element, context);
  return field(element, value, context);
}

function initial(element) {
  if (element.initial_options) return element.initial_options.map((option) => option.value);
  if (element.initial_option) return element.initial_option.value;
  const key = Object.keys(element).find((name) => name.startsWith("initial_"));
  return key ? element[key] : undefined;
}

function field(element, value, { onChoose, label }) {
  const shared = {
    class: "field",
    "aria-label": label,
    placeholder: element.placeholder?.text,
    maxlength: element.max_length,
    value: value ?? "",
  };
  const number = element.type === "number_input";
  const node = element.multiline
    ? h("textarea", { ...shared, rows: 4 })
    : h("input", {
        ...shared,
        type: TEXT_TYPES[element.type] ?? "text",
        inputmode: number ? "decimal" : null,
        autocomplete: "off",
      });
  node.readValue = () => node.value;
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !element.multiline && !event.isComposing) onChoose?.(node.value);
  });
  return node;
}

function picker(element, value, { onChoose, label }) {
  const epoch = element.type === "datetimepicker";
  const words = element.placeholder?.text;
  const input = h("input", {
    type: DATE_TYPES[element.type],
    "aria-label": label ?? words ?? "日期",
    value: epoch && value ? localDateTime(value) : (value ?? ""),
  });
  const node = h(
    "label",
    { class: "field picker" },
    words && h("span", { "aria-hidden": "true" }, words),
    input,
  );
  node.readValue = () =>
    epoch && input.value ? Math.floor(new Date(input.value).getTime() / 1000) : input.value;
  input.addEventListener("change", () => input.value && onChoose?.(node.readValue()));
  return node;
}

function localDateTime(seconds) {
  const moment = new Date(seconds * 1000);
  return new Date(moment - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function menu(element, value, { onChoose, label }) {
  const words = element.placeholder?.text ?? "请选择";
  const node = h(
    "select",
    { class: "field", "aria-label": label ?? words },
    h("option", { value: "" }, words),
    choices(element),
  );
  node.value = value ?? "";
  node.readValue = () => node.value || null;
  node.addEventListener("change", () => node.value && onChoose?.(node.value));
  return node;
}

function choices(element) {
  if (element.type.includes("users"))
    return state.world.users.filter((user) => !user.is_bot).map((user) => choice(user.id, user.name));
  if (!element.type.includes("static"))
    return state.world.channels.filter((c) => !c.person).map((c) => choice(c.id, channelName(c)));
  const options = (list) => list.map((option) => choice(option.value, option.text.text));
  if (!element.option_groups) return options(element.options);
  return element.option_groups.map((group) =>
    h("optgroup", { label: group.label.text }, options(group.options)),
  );
}

const choice = (value, words) => h("option", { value }, words);

function severalMenu(element, value, { onChoose, label }) {
  const list = choices(element).map((option) => ({
    value: option.value,
    text: { text: option.textContent },
  }));
  const inside = boxes({ ...element, type: "checkboxes", options: list }, value, { label });
  const summary = h("summary", { class: "field" });
  const node = h("details", { class: "several" }, summary, inside);
  const tell = () => {
    const chosen = inside.readValue();
    const names = list.filter((option) => chosen.includes(option.value)).map((option) => option.text.text);
    summary.textContent = names.join("、") || element.placeholder?.text || "请选择";
  };
  inside.addEventListener("change", tell);
  node.addEventListener("toggle", () => node.open || onChoose?.(inside.readValue()));
  node.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !node.contains(event.relatedTarget)) node.open = false;
  });
  node.readValue = inside.readValue;
  tell();
  return node;
}

function externalMenu(element, value, { onChoose, label, view, block }) {
  const list = h("datalist", { id: `options-${block.block_id}` });
  const search = h("input", {
    class: "field",
    list: list.id,
    "aria-label": label,
    placeholder: element.placeholder?.text ?? "输入以搜索",
    value: value?.text?.text ?? "",
  });
  const node = h("div", { class: "external" }, search, list);
  let options = [];
  search.addEventListener("input", async () => {
    if (!view || search.value.length < (element.min_query_length ?? 3)) return;
    const body = {
      view_id: view.id,
      block_id: block.block_id,
      action_id: element.action_id,
      typed: search.value,
    };
    options = (await deed("suggest", body)).options ?? [];
    list.replaceChildren(...options.map((option) => h("option", { value: option.text.text })));
  });
  node.readValue = () => options.find((option) => option.text.text === search.value) ?? null;
  search.addEventListener("change", () => node.readValue() && onChoose?.(node.readValue()));
  return node;
}

function boxes(element, value, { onChoose, label }) {
  const single = element.type === "radio_buttons";
  const chosen = single ? [value] : (value ?? []);
  const name = `${element.action_id}-${Math.random()}`;
  const inputs = element.options.map((option) =>
    h("input", {
      type: single ? "radio" : "checkbox",
      name,
      value: option.value,
      checked: chosen.includes(option.value),
    }),
  );
  const rows = element.options.map((option, index) =>
    h(
      "label",
      { class: "box" },
      inputs[index],
      h("span", {}, option.text.text, option.description && h("small", {}, option.description.text)),
    ),
  );
  const node = h("div", { class: "boxes", role: single ? "radiogroup" : "group", "aria-label": label }, rows);
  node.readValue = () => {
    const ticked = inputs.filter((input) => input.checked).map((input) => input.value);
    return single ? (ticked[0] ?? null) : ticked;
  };
  node.addEventListener("change", () => onChoose?.(node.readValue()));
  return node;
}

function fileField(element, { label }) {
  const ids = [];
  const node = h("input", {
    type: "file",
    class: "field",
    "aria-label": label,
    multiple: (element.max_files ?? 10) > 1,
  });
  node.addEventListener("change", async () => {
    ids.length = 0;
    for (const file of node.files) ids.push(await upload(state.user, file));
  });
  node.readValue = () => ids;
  return node;
}
