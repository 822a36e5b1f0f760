/* On every page: tells the day of the build (built.js), marks the words that a search found, lets "/" reach the search
   box, and makes links to folders work from the file system. */
"use strict";
(() => {
  const told = document.querySelector(".y-built");
  if (told && self.yangeBuilt) told.textContent = told.dataset.words.replace("{day}", self.yangeBuilt);
  const marks = new URLSearchParams(location.search).getAll("mark").filter(Boolean);
  function mark(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const text = node.data, spans = [];
      for (const words of marks)
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) spans.push([at, at + words.length]);
      spans.sort((a, b) => b[0] - a[0]);
      let first = Infinity;
      for (const [at, end] of spans) {
        if (end > first) continue;
        const rest = node.splitText(at), element = document.createElement("mark");
        rest.splitText(end - at);
        rest.replaceWith(element);
        element.append(rest);
        first = at;
      }
    }
  }
  if (marks.length) {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { id = ""; }
    const clause = id && document.getElementById(id);
    const root = clause || document.querySelector(".y-page");
    if (root) { mark(root.closest(".y-clause") || root); if (clause) clause.scrollIntoView(); }
  }
  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const box = document.querySelector("#y-q, .y-box input");
    if (box) { event.preventDefault(); box.focus(); }
  });
  if (location.protocol === "file:") {
    const whole = path => (path.endsWith("/") ? `${path}index.html` : path);
    document.addEventListener("click", event => {
      const link = event.target.closest?.("a[href]");
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname = whole(link.pathname);
    }, true);
    for (const form of document.querySelectorAll("form[action]")) {
      const target = new URL(form.getAttribute("action") || ".", location.href);
      target.pathname = whole(target.pathname);
      form.setAttribute("action", target.href);
    }
  }
})();
