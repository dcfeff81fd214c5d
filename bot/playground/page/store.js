// What the page knows: one person's snapshot, kept current by changes, and where the person looks.

/** The state of the page; `thread` is the time stamp of the open thread's parent. */
export const state = {
  user: "U0XIAOWANG",
  channel: null,
  thread: null,
  tab: "messages",
  online: true,
  world: null,
  unread: new Map(),
};

/** The user with this id; a stranger where there is none. */
export function userOf(id) {
  return state.world.users.find((user) => user.id === id) ?? { id, name: id, role: "", is_bot: false };
}

/** The channel with this id, or the one that is open. */
export function channelOf(id = state.channel) {
  return state.world.channels.find((channel) => channel.id === id);
}

/** A channel's name as it is shown. */
export function channelName(channel) {
  return channel.person ? userOf(state.world.bot).name : `# ${channel.name}`;
}

/** The messages that the open channel shows: no replies, newest last. */
export function channelMessages() {
  return (state.world.messages[state.channel] ?? []).filter((message) => !isReply(message));
}

/** The messages of the open thread, the parent first. */
export function threadMessages() {
  const every = state.world.messages[state.channel] ?? [];
  return every.filter(
    (message) => message.ts === state.thread || (isReply(message) && message.thread_ts === state.thread),
  );
}

/** Whether a message hangs under another. */
export function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts;
}

/** Takes a changed message into the snapshot; returns whether it is new. */
export function take(message) {
  const list = (state.world.messages[message.channel] ??= []);
  const index = list.findIndex((known) => known.ts === message.ts);
  if (index >= 0) list[index] = message;
  else list.push(message);
  list.sort((a, b) => (a.ts < b.ts ? -1 : 1));
  return index < 0;
}

/** Takes a message out of the snapshot. */
export function drop(channel, ts) {
  const list = state.world.messages[channel] ?? [];
  state.world.messages[channel] = list.filter((message) => message.ts !== ts);
}

/** Reads user, channel and thread from the address. */
export function readAddress() {
  const [user, channel, thread] = location.hash.slice(2).split("/");
  if (user && user !== "-") state.user = user;
  state.channel = channel || null;
  state.thread = thread || null;
}

/** Writes user, channel and thread into the address. */
export function writeAddress() {
  const parts = [state.user, state.channel, state.thread].filter(Boolean);
  history.replaceState(null, "", `#/${parts.join("/")}`);
}
