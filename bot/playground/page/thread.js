// The right side: one thread, with what the assistant suggests and what it is doing.
import { composer } from "./composer.js";
import { byId, h } from "./dom.js";
import { icon } from "./icons.js";
import { drawFollowing } from "./messages.js";
import { deed } from "./server.js";
import { channelName, channelOf, state, threadMessages, userOf } from "./store.js";

/** Draws the open thread, or hides the side; `close` closes it. */
export function drawThread(close) {
  const side = byId("thread");
  side.hidden = !state.thread;
  byId("app").classList.toggle("with-thread", Boolean(state.thread));
  if (!state.thread) return side.replaceChildren();
  side.replaceChildren(
    h(
      "header",
      { class: "heading" },
      h("h2", { id: "thread-title" }),
      h("p", {}, channelName(channelOf())),
      h("span", { class: "grow" }),
      h(
        "button",
        { type: "button", class: "icon", "aria-label": "关闭消息列", onclick: close },
        icon("close"),
      ),
    ),
    h("div", {
      id: "thread-messages",
      class: "messages",
      role: "log",
      "aria-label": "消息列中的消息",
      tabindex: "0",
    }),
    h("div", { id: "thread-status", role: "status" }),
    composer({ id: "thread-composer", channel: state.channel, thread: state.thread, placeholder: "回复…" }),
  );
  drawThreadContent();
  return byId("thread-composer").focus();
}

/** Draws the messages of the open thread anew. */
export function drawThreadContent() {
  const list = byId("thread-messages");
  if (!list) return;
  const [root, ...replies] = threadMessages();
  const started = root?.subtype === "assistant_app_thread";
  const shown = started ? replies : [root, ...replies].filter(Boolean);
  drawFollowing(list, shown, { inThread: true });
  const thread = state.world.assistant[state.thread] ?? {};
  if (thread.prompts?.length && !shown.some((message) => message.user === state.user))
    list.append(prompts(thread));
  byId("thread-title").textContent = thread.title || "消息列";
  byId("thread-status").replaceChildren(...(thread.status ? [status(thread.status)] : []));
}

function status(words) {
  return h(
    "div",
    { class: "working" },
    `${userOf(state.world.bot).name} ${words}`,
    h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")),
  );
}

function prompts(thread) {
  const ask = (text) =>
    deed("post", { user: state.user, channel: state.channel, text, thread_ts: state.thread });
  return h(
    "div",
    { class: "prompts" },
    thread.prompts_title && h("p", {}, thread.prompts_title),
    thread.prompts.map((prompt) =>
      h("button", { type: "button", class: "button", onclick: () => ask(prompt.message) }, prompt.title),
    ),
  );
}
