// Starts the page and redraws what a change touches.
import { drawContent, drawConversation, drawNotice, openHome } from "./conversation.js";
import { byId } from "./dom.js";
import { drawModal } from "./modal.js";
import { deed, listen, snapshot } from "./server.js";
import { drawSidebar } from "./sidebar.js";
import { drop, isReply, readAddress, state, take, writeAddress } from "./store.js";
import { drawThread, drawThreadContent } from "./thread.js";

let stopListening = () => {};
let planned = false;
let sidebarIsOld = false;

const actions = {
  openThread: (ts) => show({ thread: ts }),
  toggleSidebar: () => byId("app").classList.toggle("with-sidebar"),
  openTab: (tab) => {
    state.tab = tab;
    if (tab === "home") openHome();
    drawConversation(actions);
  },
  startAssistant: async () => {
    const { ok, ts } = await deed("assistant", { user: state.user });
    if (ok) show({ tab: "messages", thread: ts });
  },
  openChannel: (channel) => {
    byId("app").classList.remove("with-sidebar");
    show({ channel, thread: null, tab: "messages" });
  },
  become: (user) => {
    Object.assign(state, {
      user,
      thread: null,
      channel: state.channel?.startsWith("D") ? null : state.channel,
    });
    state.unread.clear();
    writeAddress();
    start();
  },
};

function show(place) {
  const sameChannel = !("channel" in place) && !("tab" in place);
  Object.assign(state, place);
  state.unread.delete(state.channel);
  writeAddress();
  drawSidebar(actions);
  if (!sameChannel) drawConversation(actions);
  drawThread(() => show({ thread: null }));
  if (!state.thread) byId("composer")?.focus();
}

function start() {
  stopListening();
  stopListening = listen(state.user, {
    onOpen: load,
    onChange: change,
    onLost: () => setOnline(false),
  });
}

async function load() {
  state.world = await snapshot(state.user);
  state.online = true;
  const known = state.world.channels.some((channel) => channel.id === state.channel);
  if (!known) Object.assign(state, { channel: state.world.channels[0].id, thread: null });
  drawModal();
  show({ channel: state.channel });
}

function setOnline(online) {
  state.online = online;
  if (state.world) drawNotice();
}

function change(event) {
  if (!state.world) return;
  if (event.kind === "message") takeMessage(event);
  else if (event.kind === "removed") drop(event.channel, event.ts);
  else if (event.kind === "assistant") state.world.assistant[event.ts] = event.thread;
  else if (event.kind === "connection") state.world.connected = event.connected;
  else if (event.kind === "channels") sidebarIsOld = Boolean(Object.assign(state.world, event.snapshot));
  else if (event.kind === "views") Object.assign(state.world, { modals: event.modals, home: event.home });
  if (event.kind === "connection") drawNotice();
  if (event.kind === "views") drawModal();
  plan();
}

function takeMessage({ message, root }) {
  const isNew = take(message);
  if (root) take(root);
  if (isNew && message.channel !== state.channel && message.user !== state.user && !isReply(message)) {
    state.unread.set(message.channel, (state.unread.get(message.channel) ?? 0) + 1);
    sidebarIsOld = true;
  }
}

// Many changes may come within one frame; they are drawn together.
function plan() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    if (sidebarIsOld) drawSidebar(actions);
    sidebarIsOld = false;
    drawContent(actions);
    drawThreadContent();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.thread && !document.querySelector("dialog[open], .menu"))
    show({ thread: null });
});

readAddress();
start();
