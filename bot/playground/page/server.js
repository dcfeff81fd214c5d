// Talks to the stand-in: what a person does goes out as a deed, what happens comes in as changes.
import { toast } from "./dom.js";

const FAILURES = {
  timeout: "机器人没有在 3 秒内应答。",
  http_timeout: "机器人没有在 3 秒内应答。",
  no_connection: "机器人还没有连接。",
  connection_failed: "机器人的连接断开了。",
  http_error: "机器人应答出错。",
};

/** Carries out a deed and returns the answer; tells the person where it failed. */
export async function deed(name, body) {
  let answer;
  try {
    const response = await fetch(`/page/do/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    answer = await response.json();
  } catch {
    answer = { ok: false, error: "演练场没有应答" };
  }
  if (!answer.ok) toast(`没有成功：${answer.error}`);
  else if (answer.failure && name !== "command") toast(FAILURES[answer.failure] ?? answer.failure);
  return answer;
}

/** Everything that this person can see. */
export async function snapshot(user) {
  const response = await fetch(`/page/snapshot?user=${encodeURIComponent(user)}`);
  return response.json();
}

/** Uploads a file and returns its id. */
export async function upload(user, file) {
  const query = new URLSearchParams({ user, name: file.name });
  const response = await fetch(`/page/upload?${query}`, { method: "POST", body: file });
  return (await response.json()).file;
}

/** Listens to changes as this person; returns a function that stops listening. */
export function listen(user, { onOpen, onChange, onLost }) {
  const source = new EventSource(`/page/changes?user=${encodeURIComponent(user)}`);
  source.onopen = onOpen;
  source.onerror = onLost;
  source.onmessage = (event) => onChange(JSON.parse(event.data));
  return () => source.close();
}
