// The box in which a person writes: mentions and slash commands are completed, files attached.
import { h, toast } from "./dom.js";
import { icon } from "./icons.js";
import { deed, upload } from "./server.js";
import { state } from "./store.js";

const drafts = new Map();
const COMMAND = /^(\/[\w-]+)(?:\s+([\s\S]*))?$/;

/** A composer for a channel, or for a thread in it. */
export function composer({ channel, thread = null, placeholder, id }) {
  const key = `${channel}/${thread ?? ""}`;
  const list = h("div", { class: "completions", role: "listbox", id: `${id}-list`, hidden: true });
  const box = h("textarea", {
    id,
    rows: 1,
    placeholder,
    "aria-label": placeholder,
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    value: drafts.get(key) ?? "",
  });
  const files = [];
  const shelf = h("div", { class: "shelf" });
  const completion = new Completion(box, list, Boolean(thread));
  const send = () => submit({ box, files, shelf, channel, thread, key });
  const button = h(
    "button",
    { type: "button", class: "send", "aria-label": "发送", title: "发送（Enter）", onclick: send },
    icon("send"),
  );
  box.addEventListener("input", () => {
    drafts.set(key, box.value);
    fit(box);
    completion.refresh();
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || completion.takes(event)) return;
    if (event.key === "Enter" && !event.shiftKey) (event.preventDefault(), send());
  });
  box.addEventListener("blur", () => setTimeout(() => completion.close(), 150));
  requestAnimationFrame(() => fit(box));
  return h(
    "div",
    { class: "composer" },
    list,
    shelf,
    h("div", { class: "writing" }, box),
    h(
      "div",
      { class: "bar" },
      attach(files, shelf),
      sign("@", "提到某人", box),
      !thread && sign("/", "斜杠命令", box),
      h("span", { class: "grow" }),
      h("small", {}, "Enter 发送 · Shift+Enter 换行"),
      button,
    ),
  );
}

function sign(character, words, box) {
  return h(
    "button",
    {
      type: "button",
      class: "icon",
      title: words,
      "aria-label": words,
      onclick: () => {
        if (character === "/" && box.value) return;
        box.setRangeText(character, box.selectionStart, box.selectionEnd, "end");
        box.focus();
        box.dispatchEvent(new Event("input"));
      },
    },
    character,
  );
}

function attach(files, shelf) {
  const input = h("input", { type: "file", multiple: true, hidden: true, tabindex: "-1" });
  input.addEventListener("change", async () => {
    for (const file of input.files) {
      files.push(await upload(state.user, file));
      shelf.append(h("span", { class: "chip" }, `📎 ${file.name}`));
    }
    input.value = "";
  });
  return h(
    "span",
    {},
    input,
    h(
      "button",
      {
        type: "button",
        class: "icon",
        title: "附上文件",
        "aria-label": "附上文件",
        onclick: () => input.click(),
      },
      icon("attach"),
    ),
  );
}

function fit(box) {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
}

async function submit({ box, files, shelf, channel, thread, key }) {
  const text = box.value.trim();
  if (!text && !files.length) return;
  const command = text.match(COMMAND);
  if (command && thread) return toast(`${command[1]} 不能在消息列中使用，请在频道中使用。`);
  box.value = "";
  drafts.delete(key);
  shelf.replaceChildren();
  fit(box);
  box.classList.add("sending");
  const sent = files.splice(0);
  const answer = command
    ? await deed("command", { user: state.user, channel, command: command[1], text: command[2] ?? "" })
    : await deed("post", { user: state.user, channel, text, thread_ts: thread, files: sent });
  box.classList.remove("sending");
  if (!answer.ok && !box.value) box.value = text;
}

class Completion {
  constructor(box, list, inThread) {
    Object.assign(this, { box, list, inThread, entries: [], index: 0 });
  }

  refresh() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    const mention = before.match(/(?:^|[^\w])@([^\s@]*)$/u);
    const command = !this.inThread && before.match(/^\/([\w-]*)$/);
    if (mention) this.show(people(mention[1]), mention[1].length + 1);
    else if (command) this.show(commands(command[1]), command[1].length + 1);
    else this.close();
  }

  show(entries, length) {
    Object.assign(this, { entries, length, index: 0 });
    this.list.replaceChildren(
      ...entries.map((entry, index) =>
        h(
          "div",
          {
            role: "option",
            id: `${this.list.id}-${index}`,
            onmousedown: (event) => (event.preventDefault(), this.pick(index)),
          },
          h("b", {}, entry.words),
          h("span", {}, entry.hint),
          h("small", {}, entry.note),
        ),
      ),
    );
    this.list.hidden = !entries.length;
    this.box.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  close() {
    this.show([], 0);
    this.box.removeAttribute("aria-activedescendant");
  }

  takes(event) {
    if (this.list.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.index = (this.index + step + this.entries.length) % this.entries.length;
    else if (event.key === "Enter" && this.isComplete()) return (this.close(), false);
    else if (event.key === "Enter" || event.key === "Tab") this.pick(this.index);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    this.mark();
    return true;
  }

  isComplete() {
    return this.entries[this.index].insert.trim() === this.box.value;
  }

  mark() {
    [...this.list.children].forEach((node, index) =>
      node.setAttribute("aria-selected", String(index === this.index)),
    );
    if (this.entries.length) this.box.setAttribute("aria-activedescendant", `${this.list.id}-${this.index}`);
    this.list.children[this.index]?.scrollIntoView({ block: "nearest" });
  }

  pick(index) {
    const end = this.box.selectionStart;
    this.box.setRangeText(this.entries[index].insert, end - this.length, end, "end");
    this.close();
    this.box.focus();
    this.box.dispatchEvent(new Event("input"));
  }
}

function people(typed) {
  const fits = (user) => user.name.toLowerCase().startsWith(typed.toLowerCase()) && user.name !== "Slackbot";
  const known = state.world.users.filter(fits).sort((a, b) => Number(b.is_bot) - Number(a.is_bot));
  return known.map((user) => ({
    words: user.name,
    hint: user.role,
    note: user.is_bot ? "应用" : "",
    insert: `@${user.name} `,
  }));
}

function commands(typed) {
  const fitting = state.world.commands.filter(({ command }) => command.slice(1).startsWith(typed));
  return fitting.map(({ command, hint, description }) => ({
    words: command,
    hint,
    note: description,
    insert: `${command} `,
  }));
}
