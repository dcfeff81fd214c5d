// The left side: the workspace, its channels, and who one is.
import { byId, h } from "./dom.js";
import { avatar } from "./messages.js";
import { state, userOf } from "./store.js";

/** Draws the channels and the people one can be. */
export function drawSidebar({ openChannel, become }) {
  const { channels, users, team } = state.world;
  const rooms = channels.filter((channel) => !channel.person);
  const direct = channels.filter((channel) => channel.person);
  byId("sidebar").replaceChildren(
    h("div", { class: "team" }, h("strong", {}, team), h("small", {}, "ClauseBot 演练场")),
    h(
      "div",
      { class: "lists" },
      h("h2", {}, "频道"),
      h(
        "ul",
        {},
        rooms.map((channel) =>
          entry(channel, h("span", { class: "hash", "aria-hidden": "true" }, "#"), channel.name, openChannel),
        ),
      ),
      h("h2", {}, "应用"),
      h(
        "ul",
        {},
        direct.map((channel) =>
          entry(channel, avatar(userOf(state.world.bot)), userOf(state.world.bot).name, openChannel),
        ),
      ),
    ),
    h(
      "div",
      { class: "persons", role: "group", "aria-label": "你是谁" },
      h("h2", {}, "你现在是"),
      users.filter((user) => !user.is_bot).map((user) => person(user, become)),
    ),
  );
}

function entry(channel, sign, name, openChannel) {
  const unread = state.unread.get(channel.id) ?? 0;
  const open = channel.id === state.channel;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: unread ? "unread" : "",
        "aria-current": open ? "page" : null,
        onclick: () => openChannel(channel.id),
      },
      sign,
      h("span", { class: "grow" }, name),
      unread > 0 && h("span", { class: "count", "aria-label": `${unread} 条未读` }, String(unread)),
    ),
  );
}

function person(user, become) {
  return h(
    "button",
    { type: "button", "aria-pressed": String(user.id === state.user), onclick: () => become(user.id) },
    avatar(user),
    h("span", {}, user.name, h("small", {}, user.role)),
  );
}
