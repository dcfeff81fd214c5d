// The middle of the page: heading, messages or home tab, and the composer.
import { blocks } from "./blocks.js";
import { composer } from "./composer.js";
import { byId, h } from "./dom.js";
import { icon } from "./icons.js";
import { avatar, drawFollowing } from "./messages.js";
import { viewSurface } from "./modal.js";
import { deed } from "./server.js";
import { channelMessages, channelName, channelOf, state, userOf } from "./store.js";

/** Draws the frame of the open channel; `actions` are what its buttons do. */
export function drawConversation(actions) {
  const channel = channelOf();
  const main = byId("conversation");
  main.removeAttribute("aria-busy");
  const inside =
    state.tab === "home" && channel.person
      ? [h("div", { id: "home", class: "home" })]
      : [
          h("div", { id: "messages", class: "messages", role: "log", "aria-label": "消息", tabindex: "0" }),
          composer({ id: "composer", channel: channel.id, placeholder: `发消息到 ${channelName(channel)}` }),
        ];
  main.replaceChildren(heading(channel, actions), notice(), ...inside);
  drawContent(actions);
}

/** Draws the messages, or the home tab, anew. */
export function drawContent(actions) {
  const list = byId("messages");
  if (list) {
    drawFollowing(list, channelMessages(), { onThread: actions.openThread });
    if (!list.children.length) list.append(emptyChannel(channelOf()));
  } else drawHome();
}

/** Tells above the messages when the page or the app is not connected. */
export function drawNotice() {
  document.querySelector(".notice")?.replaceWith(notice());
}

function heading(channel, actions) {
  const bot = userOf(state.world.bot);
  const title = channel.person
    ? [avatar(bot), bot.name, h("span", { class: "badge" }, "应用")]
    : [channelName(channel)];
  return h(
    "header",
    { class: "heading" },
    h(
      "button",
      { type: "button", class: "icon burger", "aria-label": "频道列表", onclick: actions.toggleSidebar },
      icon("menu"),
    ),
    h("h1", {}, title),
    h("p", {}, channel.person ? bot.role : channel.topic),
    h("span", { class: "grow" }),
    channel.person
      ? directTools(actions)
      : h("span", { class: "members", title: "成员" }, `${channel.members} 人`),
  );
}

function directTools(actions) {
  const tab = (name, words) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        "aria-selected": String(state.tab === name),
        onclick: () => actions.openTab(name),
      },
      words,
    );
  return [
    state.world.has_home &&
      h("div", { class: "tabs", role: "tablist" }, tab("home", "主页"), tab("messages", "消息")),
    state.world.has_assistant &&
      h("button", { type: "button", class: "button", onclick: actions.startAssistant }, "＋ 新对话"),
  ];
}

function notice() {
  const words = !state.online
    ? "与演练场的连接中断，正在重连…"
    : state.world.connected
      ? ""
      : `${userOf(state.world.bot).name} 还没有连接，消息会在它连接后送到。`;
  return h("div", { class: words ? "notice shown" : "notice", role: "status" }, words);
}

function emptyChannel(channel) {
  const bot = userOf(state.world.bot).name;
  const hint = channel.person ? "在这里直接提问，不必提到它。" : `写 @${bot} 提问，或输入 / 看有哪些命令。`;
  return h("div", { class: "empty" }, h("h2", {}, channelName(channel)), h("p", {}, hint));
}

function drawHome() {
  const home = byId("home");
  const view = state.world.home;
  if (!view)
    return home.replaceChildren(
      h("div", { class: "skeleton", "aria-label": "正在载入主页" }, h("i"), h("i"), h("i")),
    );
  if (home.dataset.hash === view.hash) return undefined;
  home.dataset.hash = view.hash;
  return home.replaceChildren(h("div", { class: "sheet" }, blocks(view.blocks, viewSurface(view))));
}

/** Tells the app that this person opened its home tab. */
export const openHome = () => deed("home", { user: state.user });
