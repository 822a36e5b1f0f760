/* Saves the policies that a search has found as an OPML file: feed readers subscribe to the feed of each. The list on the
   page is all that it knows, and elements are made by the browser, so that words of texts stay words. */
"use strict";
(() => {
  const box = document.querySelector(".y-saving"), form = document.querySelector(".y-search-form"), list = document.querySelector(".y-search-results");
  if (!box) return;
  const { root, pages } = form.dataset, base = new URL(pages, location).href;
  const below = link => link.href.split(/[?#]/)[0].replace(/index\.html$/, "").slice(base.length);
  function file() {
    const opml = document.implementation.createDocument(null, "opml"), add = (parent, name, attributes = {}, text = "") => {
      const made = parent.appendChild(opml.createElement(name));
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.textContent = text;
      return made;
    };
    opml.documentElement.setAttribute("version", "2.0");
    const title = `${document.title.split(" - ").pop()} · ${form.elements.q.value}`;
    add(add(opml.documentElement, "head"), "title", {}, title);
    const body = add(opml.documentElement, "body");
    for (const found of list.querySelectorAll(".y-result")) {
      const link = found.querySelector(".y-work-policy"), name = found.querySelector(".y-name").textContent;
      const feed = new URL(`${root}${below(link)}changes.atom`, location).href;
      add(body, "outline", { type: "rss", text: name, title: name, xmlUrl: feed, htmlUrl: link.href });
    }
    return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(opml)}\n`;
  }
  box.querySelector("button").addEventListener("click", () => {
    const given = document.createElement("a");
    given.href = URL.createObjectURL(new Blob([file()], { type: "text/x-opml;charset=utf-8" }));
    given.download = "subscriptions.opml";
    given.click();
    setTimeout(() => URL.revokeObjectURL(given.href), 1000);
  });
})();
