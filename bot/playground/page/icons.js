// The page's own signs, drawn as lines so that they need no font.

const PATHS = {
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5c1.8 2.4 5.2 2.4 7 0M9 9.5h.01M15 9.5h.01",
  reply: "M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5",
  more: "M5 12.5v-1M12 12.5v-1M19 12.5v-1",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4",
  attach: "M12 5v14M5 12h14",
  up: "M7 11v9H4v-9zM7 12l4-8c1.6 0 2.6 1.2 2.2 2.8L12.5 10H19c1.2 0 2 1 1.7 2.2l-1.6 6.3c-.2.9-1 1.5-1.9 1.5H7",
  down: "M7 13V4H4v9zM7 12l4 8c1.6 0 2.6-1.2 2.2-2.8L12.5 14H19c1.2 0 2-1 1.7-2.2l-1.6-6.3C18.9 4.6 18.1 4 17.2 4H7",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v6M14 11v6",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M4 7h16M4 12h16M4 17h16",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
};
const SVG = "http://www.w3.org/2000/svg";

/** A drawn sign; it says nothing by itself, the button around it has a label. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: "sign", "aria-hidden": "true" }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.more);
  svg.append(path);
  return svg;
}
