// A small menu that opens at a button, worked with arrow keys, Enter and Escape.
import { h } from "./dom.js";

let current = null;

/** Opens a menu at `anchor`; each entry has `words`, an optional `note`, and `run`. */
export function openMenu(anchor, entries) {
  closeMenu();
  const items = entries.map((entry) =>
    h(
      "button",
      { type: "button", role: "menuitem", onclick: () => choose(entry) },
      entry.words,
      entry.note && h("small", {}, entry.note),
    ),
  );
  const menu = h("div", { class: "menu", role: "menu" }, items);
  const choose = (entry) => {
    closeMenu();
    anchor.focus();
    entry.run();
  };
  menu.addEventListener("keydown", (event) => move(event, items, anchor));
  (anchor.closest("dialog") ?? document.body).append(menu);
  place(menu, anchor.getBoundingClientRect());
  current = menu;
  items[0]?.focus();
  setTimeout(() => document.addEventListener("click", outside), 0);
}

/** Closes the menu that is open, if one is. */
export function closeMenu() {
  current?.remove();
  current = null;
  document.removeEventListener("click", outside);
}

function outside(event) {
  if (!current?.contains(event.target)) closeMenu();
}

function move(event, items, anchor) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const index = items.indexOf(document.activeElement);
    items[(index + step + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    closeMenu();
    anchor.focus();
  }
}

function place(menu, box) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + height + 8 < innerHeight;
  menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  menu.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`;
}
