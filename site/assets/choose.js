/* Two texts of a policy that have no page for them: put side by side here, along the line of each clause through the
   texts between. Their clauses are scripts beside their pages, so that this works from the file system. No fetch, no
   innerHTML. */
"use strict";
(() => {
  const page = document.querySelector(".y-choosing");
  if (!page) return;
  const texts = JSON.parse(page.dataset.texts), words = JSON.parse(page.dataset.words), id = page.dataset.policy;
  const box = page.querySelector(".y-chosen"), said = box.querySelector(".y-chosen-said"), answer = box.querySelector(".y-chosen-answer");
  const say = (key, values = {}) => words[key]?.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  async function answerTo(old, young) {
    box.hidden = false;
    answer.hidden = true;
    const unknown = [old, young].find(key => !Object.hasOwn(texts, key));
    if (unknown !== undefined) { said.textContent = say("choose.unknown", { key: unknown }); return; }
    if (old === young) { said.textContent = say("picker.same"); return; }
    const has = (a, b) => [...page.querySelectorAll("a[data-old]")].find(one => one.dataset.old === a && one.dataset.new === b);
    const link = has(old, young) || has(young, old);
    if (link) { link.click(); return; }
    said.textContent = say("day.waiting");
    answer.querySelector(".y-chosen-command").textContent = say("picker.command", { command: `yange compare ${id}@${old} ${id}@${young}` });
    let sides;
    try {
      sides = await Promise.all([old, young].map(async key => ({ policy: id, page: texts[key].page, language: texts[key].language, clauses: await yangeClauses(id, key, texts[key].file) })));
    } catch { said.textContent = say("day.failed"); return; }
    const { changes } = yangeSimple(...sides, say, answer);
    said.textContent = changes ? say("compare.title", { old: texts[old].name, new: texts[young].name }) : say("compare.nothing");
    answer.hidden = false;
  }
  const asked = new URLSearchParams(location.search), old = asked.get("old"), young = asked.get("new");
  if (old === null && young === null) return;
  const picker = page.querySelector(".y-picker");
  for (const [field, key] of [["old", old], ["new", young]]) if (Object.hasOwn(texts, key ?? "")) picker.elements[field].value = key;
  answerTo(old ?? "", young ?? "");
})();
