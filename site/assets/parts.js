/* Loads data that is cut into numbered scripts, so that pages can read it from any place, the file system too. */
"use strict";
self.yangeParts = (folder, count) => Promise.all(Array.from({ length: +count }, (_, n) => new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = `${folder}${n}.js`;
  script.addEventListener("load", done);
  script.addEventListener("error", () => fail(new Error(script.src)));
  document.head.append(script);
})));
