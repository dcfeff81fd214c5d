// Builds elements. Text always goes in as text nodes, so nothing a message says becomes markup.

/** Makes an element: `h("button", {class: "x", onclick}, "words")`. */
export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) setProperty(node, name, value);
  node.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return node;
}

function setProperty(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (name === "value" || name === "checked" || name === "selected") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** Shows a sentence for a few seconds at the foot of the page. */
export function toast(words) {
  const box = byId("toast");
  box.textContent = words;
  box.classList.add("shown");
  clearTimeout(box.hiding);
  box.hiding = setTimeout(() => box.classList.remove("shown"), 4000);
}

/** A time stamp's hour and minute, in this browser's own time zone. */
export function clock(ts) {
  return new Date(Number(ts) * 1000).toLocaleTimeString("zh-CN", {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  });
}

/** A time stamp's day as a heading: 今天, 昨天, or the date. */
export function dayName(ts) {
  const day = new Date(Number(ts) * 1000);
  const daysAgo = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 86400000,
  );
  if (daysAgo === 0) return "今天";
  if (daysAgo === 1) return "昨天";
  return day.toLocaleDateString("zh-CN", { year: "numeric", month: "long", day: "numeric", weekday: "long" });
}
