/* Two texts of a policy that have no page for them: put side by side here, along the line of each clause through the
   texts between. Their clauses are scripts beside their pages, so that this works from the file system. No fetch, no
   innerHTML. */
"use strict";
(() => {
  const page = document.querySelector(".y-choosing");
  if (!page) return;
  const texts = JSON.parse(page.dataset.texts), words = JSON.parse(page.dataset.words), id = page.dataset.policy;
  const box = page.querySelector(".y-chosen"), said = box.querySelector(".y-chosen-said"), answer = box.querySelector(".y-chosen-answer");
  const LARGEST = 4e6, ALIKE = 0.4;
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const make = (name, css, ...children) => {
    const element = document.createElement(name);
    if (css) element.className = css;
    element.append(...children);
    return element;
  };

  const kept = new Map();
  window.yangeText = (key, clauses) => kept.set(key, clauses.map(([anchor, label, text, line]) => ({ anchor, label, text, line })));
  const load = key => (kept.has(key) ? null : new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = texts[key].file;
    script.addEventListener("load", done);
    script.addEventListener("error", () => fail(new Error(script.src)));
    document.head.append(script);
  }));

  /* --- which clause became which: that of one line; without a line that of the same words, then of the same number --- */
  const grams = text => new Set([...text].map((sign, n, all) => sign + (all[n + 1] ?? "")));
  function alike(one, other) {
    const a = grams(one), b = grams(other), shared = [...a].filter(gram => b.has(gram)).length;
    return (2 * shared) / (a.size + b.size) >= ALIKE;
  }
  function pair(old, young) {
    const free = new Set(old.keys()), found = young.map(() => -1);
    const match = (key, fits = () => true) => {
      const places = new Map();
      for (const n of free) if (key(old[n]) !== null) places.set(key(old[n]), [...(places.get(key(old[n])) ?? []), n]);
      young.forEach((clause, n) => {
        const place = found[n] < 0 && places.get(key(clause))?.[0];
        if (place === undefined || place === false || !fits(old[place], clause)) return;
        places.get(key(clause)).shift();
        free.delete(place);
        found[n] = place;
      });
    };
    const lined = [old, young].every(text => text.some(one => one.line !== null));
    match(one => one.line);
    match(one => `${one.label}\n${one.text}`);
    match(one => one.text);
    if (!lined) match(one => one.label, (one, other) => alike(one.text, other.text));
    return { found, free, stayed: inOrder(found) };
  }
  /* The places in the new text whose clauses keep their order: the longest such run; what is off it has moved. */
  function inOrder(found) {
    const ends = [], before = new Map();
    found.forEach((place, n) => {
      if (place < 0) return;
      let at = ends.findIndex(end => found[end] >= place);
      if (at < 0) at = ends.length;
      before.set(n, ends[at - 1]);
      ends[at] = n;
    });
    const kept = new Set();
    for (let n = ends.at(-1); n !== undefined; n = before.get(n)) kept.add(n);
    return kept;
  }

  /* --- the words of two clauses --- */
  const segmenter = Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;
  const wordsOf = run => (segmenter ? [...segmenter.segment(run)].map(one => one.segment) : [...run]);
  const NUMBER = /([A-Za-z0-9]+|[〇零一二三四五六七八九十百千万亿]+)/u;
  const cut = text => text.split(NUMBER).flatMap((run, n) => (n % 2 ? [run] : wordsOf(run)));
  function edits(old, young) {
    let start = 0, end = 0;
    while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
    while (end < old.length - start && end < young.length - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
    const a = old.slice(start, old.length - end), b = young.slice(start, young.length - end);
    return [["", old.slice(0, start)], ...gathered(middle(a, b)), ["", old.slice(old.length - end)]];
  }
  /* A lone sign that two rewordings happen to share is no word kept; what is struck out then stands before what is new. */
  function gathered(parts) {
    const made = [];
    parts.forEach(([kind, tokens], n) => {
      const scrap = !kind && n > 0 && n < parts.length - 1 && tokens.join("").length < 2;
      if (!kind && !scrap) { made.push([kind, tokens]); return; }
      if (!made.length || !made.at(-1)[0]) made.push(["del", []], ["ins", []]);
      if (kind !== "ins") made.at(-2)[1].push(...tokens);
      if (kind !== "del") made.at(-1)[1].push(...tokens);
    });
    return made;
  }
  function middle(a, b) {
    if (a.length * b.length > LARGEST) return [["del", a], ["ins", b]];
    const wide = b.length + 1, best = new Uint16Array((a.length + 1) * wide), made = [];
    for (let i = a.length - 1; i >= 0; i -= 1)
      for (let j = b.length - 1; j >= 0; j -= 1)
        best[i * wide + j] = a[i] === b[j] ? best[(i + 1) * wide + j + 1] + 1 : Math.max(best[(i + 1) * wide + j], best[i * wide + j + 1]);
    const add = (kind, token) => { if (made.at(-1)?.[0] === kind) made.at(-1)[1].push(token); else made.push([kind, [token]]); };
    let i = 0, j = 0;
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) { add("", a[i]); i += 1; j += 1; }
      else if (j >= b.length || (i < a.length && best[(i + 1) * wide + j] >= best[i * wide + j + 1])) { add("del", a[i]); i += 1; }
      else { add("ins", b[j]); j += 1; }
    }
    return made;
  }

  /* --- showing --- */
  function head(operation, names, flags) {
    return make("h3", "y-change-head", make("span", "y-op", say(`operation.${operation}`)), " ", make("span", "y-labels", ...names),
      ...flags.flatMap(flag => [" ", make("span", "y-flag", say(`flag.${flag}`))]));
  }
  function name(key, clause) {
    const link = make("a", "", words[`label.${clause.label}`] ?? (clause.label.replace(/(.)[、．.]+$/u, "$1") || words["unit.unnamed"]));
    link.href = `${texts[key].page}#${encodeURIComponent(clause.anchor)}`;
    return link;
  }
  function row(operation, key, names, pieces, flags = []) {
    const gone = pieces.every(([kind, text]) => kind === "del" || !text.length) ? " y-only-old" : "";
    const words = make("p", `y-diff${gone}`, ...pieces.filter(([, text]) => text.length).map(([kind, text]) => (kind ? make(kind, "", text) : text)));
    words.lang = texts[key].language;
    return make("li", `y-change y-op-${operation}`, head(operation, names, flags), ...(pieces.length ? [words] : []));
  }
  function show(old, young) {
    const before = kept.get(old), after = kept.get(young), { found, free, stayed } = pair(before, after);
    const counts = { amended: 0, moved: 0, renumbered: 0, unchanged: 0, inserted: 0, repealed: 0 }, rows = [];
    const add = (operation, ...rest) => { counts[operation] += 1; if (operation !== "unchanged") rows.push(row(operation, ...rest)); };
    const gone = [...free].sort((a, b) => a - b);
    const drop = until => { while (gone.length && gone[0] < until) { const one = before[gone.shift()]; add("repealed", old, [name(old, one)], [["del", one.text]]); } };
    /* What is gone stands behind the clause that it stood behind. */
    const fixed = [...stayed].sort((a, b) => a - b).map(n => found[n]);
    drop(fixed[0] ?? before.length);
    after.forEach((clause, n) => {
      const other = before[found[n]];
      if (!other) { add("inserted", young, [name(young, clause)], [["ins", clause.text]]); return; }
      const names = [name(old, other), " → ", name(young, clause)], flags = stayed.has(n) ? [] : ["moved"];
      if (other.text !== clause.text)
        add("amended", young, names, edits(cut(other.text), cut(clause.text)).map(([kind, part]) => [kind, part.join("")]), flags);
      else if (!stayed.has(n)) add("moved", young, names, []);
      else add(other.label === clause.label ? "unchanged" : "renumbered", young, names, []);
      if (stayed.has(n)) drop(fixed[fixed.indexOf(found[n]) + 1] ?? before.length);
    });
    answer.querySelector(".y-changes").replaceChildren(...rows);
    answer.querySelector(".y-stats").replaceChildren(...Object.entries(counts).filter(one => one[1]).map(([operation, count]) =>
      make("li", `y-op-${operation}`, make("span", "y-op", say(`operation.${operation}`)), " ", make("strong", "", count))));
    said.textContent = rows.length ? say("compare.title", { old: texts[old].name, new: texts[young].name }) : say("compare.nothing");
    answer.hidden = false;
  }

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
    try { await Promise.all([load(old), load(young)]); } catch { said.textContent = say("day.failed"); return; }
    show(old, young);
  }
  const asked = new URLSearchParams(location.search), old = asked.get("old"), young = asked.get("new");
  if (old === null && young === null) return;
  const picker = page.querySelector(".y-picker");
  for (const [field, key] of [["old", old], ["new", young]]) if (Object.hasOwn(texts, key ?? "")) picker.elements[field].value = key;
  answerTo(old ?? "", young ?? "");
})();
