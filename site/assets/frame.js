/* The frame without Material: light, dark or as the system, chosen before anything is drawn; the heading in view marked in
   the contents. */
"use strict";
(() => {
  const body = document.body, key = `yange.palette:${new URL(body.dataset.base || ".", location).pathname}`;
  const dark = matchMedia("(prefers-color-scheme: dark)"), ORDER = ["auto", "light", "dark"];
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = value => { try { localStorage.setItem(key, value); } catch { /* a browser that keeps nothing */ } };
  let choice = ORDER.includes(stored()) ? stored() : "auto";
  const show = () => {
    body.dataset.mdColorScheme = choice === "dark" || (choice === "auto" && dark.matches) ? "slate" : "default";
  };
  show();
  dark.addEventListener("change", show);

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".y-palette");
    const name = () => { button.title = button.dataset[choice]; button.setAttribute("aria-label", button.dataset[choice]); };
    if (button) {
      button.hidden = false;
      name();
      button.addEventListener("click", () => {
        choice = ORDER[(ORDER.indexOf(choice) + 1) % ORDER.length];
        store(choice);
        show();
        name();
      });
    }

    const links = new Map([...document.querySelectorAll(".md-nav--secondary a[href^='#']")].map(link => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return [heading, link];
    }).filter(([heading]) => heading));
    const ABOVE = 80;
    const mark = () => {
      const passed = [...links.keys()].filter(heading => heading.getBoundingClientRect().top < ABOVE);
      for (const [heading, link] of links) link.classList.toggle("md-nav__link--active", heading === passed.at(-1));
    };
    if (links.size) {
      let waiting = false;
      addEventListener("scroll", () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => { waiting = false; mark(); });
      }, { passive: true });
      mark();
    }

    const drawer = document.getElementById("__drawer");
    addEventListener("keydown", event => { if (event.key === "Escape") drawer.checked = false; });
  });
})();
