/* Any two texts of the site: chosen by title or id, or asked for in the query string (?old=id@key&new=id@key). A pair that
   has a page leads to it; any other is put side by side here. */
"use strict";
(() => {
  const page = document.querySelector(".y-any-two"), form = page?.querySelector(".y-two");
  if (!form) return;
  const { folder, root, files, count } = page.dataset, words = JSON.parse(page.dataset.words);
  const box = page.querySelector(".y-chosen"), said = box.querySelector(".y-chosen-said"), answer = box.querySelector(".y-chosen-answer");
  const say = (key, values = {}) => words[key]?.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const MOST = 200;
  const path = id => id.split("/").map(encodeURIComponent).join("/");
  const day = key => (key === "undated" ? words["version.undated"] : key.replace(/^v/, ""));
  const load = () => yangeParts(folder, count);
  let policies = [], byId = new Map();
  const fold = text => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

  /* --- the two sides of the form --- */
  const sides = ["old", "new"].map(name => {
    const side = form.querySelector(`[data-side=${name}]`);
    return { name, find: side.querySelector("input"), which: side.querySelector(".y-which"), text: side.querySelector(".y-wanted"), found: side.querySelector("output") };
  });
  function offerPolicies(side, chosen) {
    const asked = fold(side.find.value), found = policies.filter(one => !asked || one.folded.includes(asked));
    side.which.replaceChildren(...found.slice(0, MOST).map(one => new Option(one.title, one.id)));
    if (chosen) side.which.value = chosen;
    side.found.textContent = asked ? say(found.length ? "any.found" : "home.none", { count: found.length }) : "";
    offerTexts(side);
  }
  function offerTexts(side, chosen) {
    const policy = byId.get(side.which.value);
    side.text.replaceChildren(...(policy?.texts ?? []).map(([key]) => new Option(day(key), key)));
    side.text.value = chosen ?? policy?.texts.at(-1)[0] ?? "";
  }
  const chosen = side => `${side.which.value}@${side.text.value}`;
  function choose(side, name) {
    const [id, key] = name.split("@"), policy = byId.get(id);
    if (!policy) return;
    side.find.value = "";
    side.which.value = id;
    if (side.which.value !== id) { side.find.value = policy.title; offerPolicies(side, id); }
    offerTexts(side, key);
  }
  for (const side of sides) {
    side.find.addEventListener("input", () => offerPolicies(side));
    side.find.addEventListener("keydown", event => { if (event.key === "Enter") { event.preventDefault(); side.which.focus(); } });
    side.which.addEventListener("change", () => offerTexts(side));
  }
  form.querySelector(".y-swap").addEventListener("click", () => { const [one, other] = sides.map(chosen); choose(sides[0], other); choose(sides[1], one); });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const asked = new URL(location.href);
    asked.search = new URLSearchParams(sides.map(side => [side.name, chosen(side)]));
    asked.hash = "";
    history.pushState(null, "", asked);
    ask();
  });
  window.addEventListener("popstate", () => ask());

  /* --- the answer --- */
  function text(name) {
    const [id, key] = name.split("@"), policy = byId.get(id), found = policy?.texts.find(one => one[0] === key);
    return found ? { policy, id, key, language: found[1] } : null;
  }
  function pageOf(old, young) {
    const has = (a, b) => b.policy.pairs.some(([id, key, own]) => id === a.id && key === a.key && own === b.key);
    const address = (a, b) => `${root}${path(b.id)}/${encodeURIComponent(b.key)}/compare/${a.id === b.id ? "" : `${path(a.id)}/`}${encodeURIComponent(a.key)}/`;
    return has(old, young) ? address(old, young) : has(young, old) ? address(young, old) : null;
  }
  const shown = one => `${one.policy.title} ${day(one.key)}`;
  async function compare(names) {
    box.hidden = false;
    answer.hidden = true;
    const found = names.map(text), missing = found.indexOf(null);
    if (missing >= 0) { said.textContent = say("choose.unknown", { key: names[missing] }); return; }
    names.forEach((name, n) => choose(sides[n], name));
    const [old, young] = found;
    if (names[0] === names[1]) { said.textContent = say("picker.same"); return; }
    const address = pageOf(old, young);
    if (address) {
      said.textContent = say("day.waiting");
      location.replace(location.protocol === "file:" ? `${address}index.html` : address);
      return;
    }
    said.textContent = say("day.waiting");
    answer.querySelector(".y-chosen-command").textContent = say("any.command", { command: `yange compare ${names[0]} ${names[1]}` });
    let loaded;
    try {
      loaded = await Promise.all(found.map(async one => {
        const place = `${path(one.id)}/${encodeURIComponent(one.key)}/`;
        return { policy: one.id, page: `${root}${place}`, language: one.language, clauses: await yangeClauses(one.id, one.key, `${files}${place}clauses.js`) };
      }));
    } catch { said.textContent = say("day.failed"); return; }
    const { changes, far } = yangeSimple(...loaded, say, answer);
    said.textContent = changes ? say("compare.title", { old: shown(old), new: shown(young) }) + (far ? ` ${say("any.far")}` : "") : say("compare.nothing");
    answer.hidden = false;
  }
  function ask() {
    const asked = new URLSearchParams(location.search), names = sides.map(side => asked.get(side.name));
    if (names.every(Boolean)) { compare(names); return; }
    box.hidden = true;
    names.forEach((name, n) => name && choose(sides[n], name));
  }

  (async () => {
    form.hidden = false;
    try { await load(); } catch { box.hidden = false; answer.hidden = true; said.textContent = say("day.failed"); return; }
    policies = self.yangeTexts.flat().map(([id, title, language, sample, texts, pairs]) => ({ id, title, texts, pairs, folded: fold(`${title} ${id}`) }));
    byId = new Map(policies.map(one => [one.id, one]));
    for (const side of sides) offerPolicies(side);
    ask();
  })();
})();
