/* Leads on from an address that moved, and keeps the question and the place within the page. */
"use strict";
(() => {
  const target = new URL(document.currentScript.dataset.to, location.href);
  if (location.protocol === "file:" && target.pathname.endsWith("/")) target.pathname += "index.html";
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target.href);
})();
