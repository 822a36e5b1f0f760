/* The simple comparison of two texts in the browser: which clause became which, and the words of each pair. The engine's
   comparison is better and has pages; what is made here is always called simple. No innerHTML. */
"use strict";
(() => {
  const LARGEST = 4e6, ALIKE = 0.4, MOST_PAIRS = 1e5;
  const make = (name, css, ...children) => {
    const element = document.createElement(name);
    if (css) element.className = css;
    element.append(...children);
    return element;
  };

  /* --- which clause became which: that of one line; without a line that of the same words, then of the same number --- */
  const grams = text => new Set([...text].map((sign, n, all) => sign + (all[n + 1] ?? "")));
  function share(a, b) {
    let shared = 0;
    for (const gram of a) if (b.has(gram)) shared += 1;
    return (2 * shared) / (a.size + b.size);
  }
  const alike = (one, other) => share(grams(one), grams(other)) >= ALIKE;
  function pair(old, young, one) {
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
    const lined = one && [old, young].every(text => text.some(clause => clause.line !== null));
    if (lined) match(clause => clause.line);
    match(clause => `${clause.label}\n${clause.text}`);
    match(clause => clause.text);
    if (!lined && one) match(clause => clause.label, (clause, other) => alike(clause.text, other.text));
    const far = !lined && !nearest(old, young, found, free);
    return { found, free, far, stayed: inOrder(found) };
  }
  /* What is left is paired by the share of two-character runs, the most alike first, then the nearest in order. */
  function nearest(old, young, found, free) {
    const left = young.map((clause, n) => n).filter(n => found[n] < 0), scored = [];
    if (left.length * free.size > MOST_PAIRS) return false;
    const before = new Map([...free].map(place => [place, grams(old[place].text)]));
    for (const n of left) {
      const own = grams(young[n].text);
      for (const [place, other] of before) { const score = share(own, other); if (score >= ALIKE) scored.push([score, n, place]); }
    }
    const off = ([, n, place]) => Math.abs(n / young.length - place / old.length);
    scored.sort((a, b) => b[0] - a[0] || off(a) - off(b) || a[1] - b[1]);
    for (const [, n, place] of scored) if (found[n] < 0 && free.has(place)) { found[n] = place; free.delete(place); }
    return true;
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
  function head(say, operation, names, flags) {
    return make("h3", "y-change-head", make("span", "y-op", say(`operation.${operation}`)), " ", make("span", "y-labels", ...names),
      ...flags.flatMap(flag => [" ", make("span", "y-flag", say(`flag.${flag}`))]));
  }
  function name(say, side, clause) {
    const link = make("a", "", say(`label.${clause.label}`) ?? (clause.label.replace(/(.)[、．.]+$/u, "$1") || say("unit.unnamed")));
    link.href = `${side.page}#${encodeURIComponent(clause.anchor)}`;
    return link;
  }
  function row(say, operation, language, names, pieces, flags = []) {
    const gone = pieces.every(([kind, text]) => kind === "del" || !text.length) ? " y-only-old" : "";
    const words = make("p", `y-diff${gone}`, ...pieces.filter(([, text]) => text.length).map(([kind, text]) => (kind ? make(kind, "", text) : text)));
    words.lang = language;
    return make("li", `y-change y-op-${operation}`, head(say, operation, names, flags), ...(pieces.length ? [words] : []));
  }

  /* Put two texts side by side. A side is {clauses: [{anchor, label, text, line}], page, language, policy}; say gives the
     words of a key. Fills the list and the counts of a box; returns how many changes there are and whether the texts were
     too long to pair clauses by similar words. */
  window.yangeSimple = (old, young, say, box) => {
    const before = old.clauses, after = young.clauses, { found, free, far, stayed } = pair(before, after, old.policy === young.policy);
    const counts = { amended: 0, moved: 0, renumbered: 0, unchanged: 0, inserted: 0, repealed: 0 }, rows = [];
    const add = (operation, side, ...rest) => { counts[operation] += 1; if (operation !== "unchanged") rows.push(row(say, operation, side.language, ...rest)); };
    const gone = [...free].sort((a, b) => a - b);
    const drop = until => { while (gone.length && gone[0] < until) { const one = before[gone.shift()]; add("repealed", old, [name(say, old, one)], [["del", one.text]]); } };
    /* What is gone stands behind the clause that it stood behind. */
    const fixed = [...stayed].sort((a, b) => a - b).map(n => found[n]);
    drop(fixed[0] ?? before.length);
    after.forEach((clause, n) => {
      const other = before[found[n]];
      if (!other) { add("inserted", young, [name(say, young, clause)], [["ins", clause.text]]); return; }
      const names = [name(say, old, other), " → ", name(say, young, clause)], flags = stayed.has(n) ? [] : ["moved"];
      if (other.text !== clause.text)
        add("amended", young, names, edits(cut(other.text), cut(clause.text)).map(([kind, part]) => [kind, part.join("")]), flags);
      else if (!stayed.has(n)) add("moved", young, names, []);
      else add(other.label === clause.label ? "unchanged" : "renumbered", young, names, []);
      if (stayed.has(n)) drop(fixed[fixed.indexOf(found[n]) + 1] ?? before.length);
    });
    box.querySelector(".y-changes").replaceChildren(...rows);
    box.querySelector(".y-stats").replaceChildren(...Object.entries(counts).filter(one => one[1]).map(([operation, count]) =>
      make("li", `y-op-${operation}`, make("span", "y-op", say(`operation.${operation}`)), " ", make("strong", "", String(count)))));
    return { changes: rows.length, far };
  };

  /* The clauses of texts, loaded as scripts that call yangeText. */
  const kept = new Map();
  window.yangeText = (key, clauses, policy) => kept.set(`${policy}@${key}`, clauses.map(([anchor, label, text, line]) => ({ anchor, label, text, line })));
  window.yangeClauses = async (policy, key, file) => {
    const id = `${policy}@${key}`;
    if (!kept.has(id)) await new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = file;
      script.addEventListener("load", done);
      script.addEventListener("error", () => fail(new Error(file)));
      document.head.append(script);
    });
    return kept.get(id);
  };
})();
