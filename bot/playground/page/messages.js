// A message with its author, blocks, files, reactions and the tools that appear over it.
import { blocks } from "./blocks.js";
import { entered } from "./controls.js";
import { clock, dayName, h } from "./dom.js";
import { emoji, REACTIONS } from "./emoji.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { deed } from "./server.js";
import { state, userOf } from "./store.js";

/** Draws messages; a new last one is shown from its beginning, unless the person has scrolled away. */
export function drawFollowing(list, messages, options) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const following = atEnd || Math.abs(list.scrollTop - list.settledAt) < 2;
  const lastBefore = list.lastTs;
  list.lastTs = messages.at(-1)?.ts;
  drawMessages(list, messages, options);
  if (following && list.lastTs !== lastBefore) showLast(list);
}

function showLast(list) {
  const last = list.lastElementChild;
  if (!last) return;
  const isTall = last.offsetHeight > list.clientHeight;
  list.scrollTop = isTall ? last.offsetTop - list.offsetTop - 12 : list.scrollHeight;
  list.settledAt = list.scrollTop;
}

/** Draws messages into a list, with a line where a new day begins; unchanged ones keep their node. */
function drawMessages(list, messages, options) {
  const kept = list.kept ?? new Map();
  list.kept = new Map();
  const nodes = [];
  let before = null;
  for (const message of messages) {
    const newDay = !before || dayName(before.ts) !== dayName(message.ts);
    if (newDay) nodes.push(h("div", { class: "day" }, h("span", {}, dayName(message.ts))));
    const follows = !newDay && isContinued(before, message);
    const key = JSON.stringify([message, follows, state.world.assistant[message.ts], state.user]);
    const known = kept.get(message.ts);
    const entry = known?.key === key ? known : { key, node: messageNode(message, { ...options, follows }) };
    list.kept.set(message.ts, entry);
    nodes.push(entry.node);
    before = message;
  }
  list.replaceChildren(...nodes);
}

function isContinued(before, message) {
  const soon = message.ts - before.ts < 300;
  return (
    soon && before.user === message.user && before.ephemeral === message.ephemeral && !before.reply_count
  );
}

/** One message; `onThread(ts)` opens its thread, `inThread` leaves out what a thread does not show. */
export function messageNode(message, { onThread, inThread, follows }) {
  const author = userOf(message.user);
  const body = h(
    "div",
    { class: "content" },
    message.ephemeral && h("div", { class: "only-you" }, icon("eye"), "仅你可见"),
    h(
      "div",
      { class: "byline" },
      h("strong", {}, author.name),
      author.is_bot ? h("span", { class: "badge" }, "应用") : h("span", { class: "role" }, author.role),
      h("time", { datetime: new Date(message.ts * 1000).toISOString() }, clock(message.ts)),
    ),
    message.subtype === "assistant_app_thread" ? conversationCard(message, onThread) : drawBody(message),
    reactions(message),
    !inThread && threadLine(message, onThread),
  );
  const classes = ["message", follows && "follows", message.ephemeral && "ephemeral"]
    .filter(Boolean)
    .join(" ");
  return h(
    "article",
    { class: classes, dataset: { ts: message.ts }, "aria-label": `${author.name}，${clock(message.ts)}` },
    follows ? h("time", { class: "gutter" }, clock(message.ts)) : avatar(author),
    body,
    !message.ephemeral && message.subtype !== "tombstone" && tools(message, onThread, inThread),
  );
}

/** A person's or bot's square with one character. */
export function avatar(user) {
  const hue = [...user.id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 360, 7);
  const style = user.is_bot ? null : `--hue:${hue}`;
  return h(
    "span",
    { class: user.is_bot ? "avatar bot" : "avatar", style, "aria-hidden": "true" },
    user.is_bot ? "§" : user.name[0],
  );
}

function drawBody(message) {
  const surface = {
    before: () => undefined,
    use: (block, item, value) => {
      const root = document.querySelector(`[data-ts="${message.ts}"]`);
      return deed("use", {
        user: state.user,
        channel: message.channel,
        ts: message.ts,
        block_id: block.block_id,
        action_id: item.action_id,
        value,
        values: entered(root),
      });
    },
  };
  const own = message.blocks?.length
    ? blocks(message.blocks, surface)
    : message.text && h("div", { class: "block section" }, mrkdwn(message.text));
  const attached = (message.attachments ?? []).map((one) =>
    h(
      "div",
      { class: "attachment" },
      one.blocks ? blocks(one.blocks, surface) : mrkdwn(one.text ?? one.fallback ?? ""),
    ),
  );
  return h(
    "div",
    { class: "body" },
    own,
    attached,
    (message.files ?? []).map(file),
    message.edited && h("span", { class: "edited" }, "（已编辑）"),
  );
}

function file(one) {
  const address = new URL(one.url_private).pathname;
  if (one.mimetype.startsWith("image/") && one.filetype !== "svg")
    return h(
      "a",
      { href: address, target: "_blank", class: "picture" },
      h("img", { class: "large", src: address, alt: one.alt_txt || one.title }),
    );
  const size = one.size < 1024 ? `${one.size} 字节` : `${Math.round(one.size / 1024)} KB`;
  return h(
    "a",
    { href: address, download: one.name, class: "file" },
    h("b", {}, one.filetype.toUpperCase()),
    h("span", {}, one.title, h("small", {}, size)),
  );
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return h(
    "div",
    { class: "reactions" },
    message.reactions.map(({ name, users }) =>
      h(
        "button",
        {
          type: "button",
          "aria-pressed": String(users.includes(state.user)),
          title: users.map((id) => userOf(id).name).join("、"),
          onclick: () => react(message, name),
        },
        `${emoji(name)} ${users.length}`,
      ),
    ),
  );
}

const react = (message, name) =>
  deed("react", { user: state.user, channel: message.channel, ts: message.ts, name });

function conversationCard(message, onThread) {
  const title = state.world.assistant[message.ts]?.title ?? message.text;
  return h(
    "button",
    { type: "button", class: "file", onclick: () => onThread(message.ts) },
    icon("reply"),
    h("span", {}, title, h("small", {}, "打开对话")),
  );
}

function threadLine(message, onThread) {
  const thread = state.world.assistant[message.ts];
  if (thread?.status)
    return h(
      "button",
      { type: "button", class: "thread-line", onclick: () => onThread(message.ts) },
      `${userOf(state.world.bot).name} ${thread.status}`,
    );
  if (!message.reply_count) return null;
  const faces = message.reply_users.slice(0, 3).map((id) => avatar(userOf(id)));
  return h(
    "button",
    { type: "button", class: "thread-line", onclick: () => onThread(message.ts) },
    faces,
    h("b", {}, `${message.reply_count} 条回复`),
    h("small", {}, `最后一条 ${clock(message.latest_reply)}`),
  );
}

function tools(message, onThread, inThread) {
  const tool = (words, sign, onclick) =>
    h("button", { type: "button", title: words, "aria-label": words, onclick }, icon(sign));
  return h(
    "div",
    { class: "tools" },
    tool("添加反应", "smile", (event) =>
      openMenu(
        event.currentTarget,
        REACTIONS.map((name) => ({ words: emoji(name), run: () => react(message, name) })),
      ),
    ),
    !inThread && tool("在消息列中回复", "reply", () => onThread(message.ts)),
    tool("更多操作", "more", (event) => openMenu(event.currentTarget, moreTools(message))),
  );
}

function moreTools(message) {
  const target = { user: state.user, channel: message.channel, ts: message.ts };
  const shortcuts = state.world.shortcuts
    .filter((one) => one.message)
    .map((one) => ({
      words: one.name,
      note: userOf(state.world.bot).name,
      run: () => deed("shortcut", { ...target, callback_id: one.callback_id }),
    }));
  const copy = { words: "复制文字", run: () => navigator.clipboard?.writeText(message.text) };
  if (message.user !== state.user) return [...shortcuts, copy];
  return [
    ...shortcuts,
    copy,
    { words: "编辑消息", run: () => edit(message, target) },
    { words: "删除消息", run: () => deed("delete", target) },
  ];
}

function edit(message, target) {
  const body = document.querySelector(`[data-ts="${message.ts}"] .body`);
  const box = h("textarea", { class: "field", rows: 2, "aria-label": "编辑消息" });
  box.value = message.text
    .replace(/<@(\w+)>/g, (_, id) => `@${userOf(id).name}`)
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
  const save = () => deed("edit", { ...target, text: box.value });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) (event.preventDefault(), save());
  });
  body.replaceChildren(
    box,
    h(
      "div",
      { class: "row" },
      h("button", { type: "button", class: "button primary", onclick: save }, "保存"),
    ),
  );
  box.focus();
}
