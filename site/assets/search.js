/* The search: loads the shards that a query needs, counts their lists together, and verifies every hit word by word.
   It folds and cuts text exactly as tools/yange/publish/search/folding.py does. No fetch, no eval, no innerHTML. */
"use strict";
(() => {
  const form = document.querySelector(".y-search-form");
  if (!form) return;
  const root = form.dataset.root, pages = form.dataset.pages, words = JSON.parse(form.dataset.words);
  const said = document.querySelector(".y-search-said");
  const list = document.querySelector(".y-search-results");
  const foot = document.querySelector(".y-search-foot");
  const PAGE = 10, MOST = 60, SNIPPET = 60, CLAUSES = 3, END = "\n", FIRST_HAN = "\u3005";
  const local = location.protocol === "file:";
  const say = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

  /* --- loading --- */
  const waiting = new Map(), kept = new Map();
  const take = (name, value) => { kept.set(name, value); };
  window.yangeSearch = {
    manifest: value => take("manifest.js", value),
    shard: (n, value) => take(shardName("shard", n), value),
    sign: (n, value) => take(shardName("sign", n), value),
    facts: (n, value) => take(`facts/${n}.js`, value),
    text: (n, value) => take(textName(n), value),
    facet: (name, value) => take(facetName(name), value),
  };
  const hex = (n, width) => n.toString(16).padStart(width, "0");
  const shardName = (folder, n) => `${folder}/${hex(n >> 8, 2)}/${hex(n, 4)}.js`;
  const facetName = name => `facet/${name}.js`;
  const textName = n => `text/${Math.floor(n / manifest.folder)}/${n}.js`;
  function load(name, optional) {
    if (kept.has(name)) return Promise.resolve(kept.get(name));
    if (waiting.has(name)) return waiting.get(name);
    const promise = new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = `${root}assets/search/${name}`;
      const end = () => { script.remove(); waiting.delete(name); };
      script.onload = () => { end(); done(kept.get(name)); };
      script.onerror = () => { end(); if (optional) { take(name, {}); done({}); } else fail(new Error(name)); };
      document.head.append(script);
    });
    waiting.set(name, promise);
    return promise;
  }

  /* --- folding and cutting --- */
  let manifest = null, table = null;
  const known = new Map();
  function foldOne(character) {
    let found = known.get(character);
    if (found === undefined) {
      found = character;
      for (const made of [character.normalize("NFKC").toLowerCase(), character.toLowerCase()])
        if ([...made].length === 1) { found = made; break; }
      found = table.get(found) ?? found;
      if (found.length !== character.length) found = character;
      known.set(character, found);
    }
    return found;
  }
  const fold = text => { let made = ""; for (const character of text) made += foldOne(character); return made; };
  const HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}";
  const WORD = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f";
  const UNIT = new RegExp(`[${WORD}]+|[${HAN}]|[。；;！!？?\n]+`, "gu");
  const ENDS = "。；;！!？?\n";
  function units(folded) {
    const found = [];
    for (const match of folded.matchAll(UNIT))
      found.push({ text: ENDS.includes(match[0][0]) ? END : match[0], at: match.index, end: match.index + match[0].length });
    return found;
  }
  const isHan = unit => unit >= FIRST_HAN;

  /* --- the query: readings of it, the likelier first --- */
  const QUOTED = /"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』/g;
  const NUMBER = new RegExp(
    `([${HAN}]{1,14}?)\\s*第?[^${HAN}${WORD}\\s]{0,2}\\s*((?:18|19|20|21)\\d\\d)\\s*年?\\s*[^${HAN}${WORD}]{0,3}\\s*第?\\s*0*(\\d{1,5})(?:\\s*号)?(?![${WORD}])`, "gu");
  const COUNT = "[零〇一二三四五六七八九十百千\\d]+", ITEM = `\\(${COUNT}\\)`;
  /* A clause's label as Chinese texts print it, or cite it (第五条第二款第(三)项), behind a title or alone. */
  const LABEL = new RegExp(
    `^(.*?)(第${COUNT}[编章节条](?:之${COUNT})?)(?:第${COUNT}款)?(?:第?(${ITEM})项?|第(${COUNT})项)?$|^(附件${COUNT}|${ITEM}|${COUNT}[、.])$`, "u");
  const ENGLISH = /(?<!\S)(?:(?:article|section|rule|regulation|chapter|part|annex|appendix|schedule|art|sec)\.?\s*(?:\d+[a-z]?|[ivxlc]{1,7}(?![a-z]))(?:[.-]\d+)*(?:\s*\((?:\d{1,3}|[a-z]|[ivxl]{1,5})\))*(?![0-9a-z])|\d+(?:\.\d+)+\.?(?!\S))/gu;
  const SENTENCES = /[。；;！!？?：:]+/u;
  function parse(query, numbers) {
    const terms = [];
    let rest = query.replace(QUOTED, (whole, ...groups) => {
      const phrase = groups.slice(0, 4).find(Boolean);
      add(terms, phrase, { exact: true });
      return " ";
    });
    if (numbers) {
      rest = fold(rest).replace(NUMBER, (whole, body, year, count) => { add(terms, `${body} ${year} ${count}`, { number: true }); return " "; });
      rest = rest.replace(ENGLISH, whole => { add(terms, whole, { label: true }); return " "; });
    }
    for (const term of rest.split(/\s+/)) {
      const label = LABEL.exec(fold(term));
      add(terms, term, { label: label !== null && !label[1] });
    }
    return terms;
  }
  function add(terms, raw, kind) {
    const folded = fold(raw), cut = units(folded).map(unit => unit.text);
    while (cut[0] === END) cut.shift();
    while (cut.at(-1) === END) cut.pop();
    if (cut.length) terms.push({ raw, cut, ...kind, tight: folded.replace(/\s+/g, "") });
  }
  const TENS = ["", "十", "百", "千"];
  const written = label => label.replace(/\d{1,4}/g, digits => {
    const found = [...digits].map((digit, n) => (digit === "0" ? "零" : "零一二三四五六七八九"[digit] + TENS[digits.length - 1 - n])).join("");
    return found.replace(/零+/g, "零").replace(/(?<=.)零$/, "").replace(/^一十/, "十");
  });
  /* A title with a label behind it; a clause as it is cited; figures for numerals. */
  function cited(term) {
    const found = term.exact || term.number ? null : LABEL.exec(fold(term.raw));
    if (!found || found[5]) return [term];
    const [, title, clause, item, bare] = found, made = [];
    if (title) add(made, title, { title: true });
    return [...made, ...labels(written(clause + (item ?? (bare ? `(${bare})` : ""))))];
  }
  const labels = text => { const made = []; add(made, text, { label: true }); return made; };
  /* What was copied out of several clauses stands together in none of them. */
  function pieces(term) {
    const made = [];
    if (!term.exact && !term.number) for (const piece of term.raw.split(SENTENCES)) add(made, piece, {});
    return made.length > 1 ? made : [term];
  }
  function readings(query) {
    const plain = parse(query, true), found = new Map();
    for (const terms of [plain.flatMap(cited), plain, plain.flatMap(pieces)]) {
      const key = JSON.stringify(terms.map(term => [term.cut, Boolean(term.title)]));
      if (terms.length && !found.has(key)) found.set(key, terms);
    }
    return [...found.values()];
  }
  /* Every second pair is enough to find candidates: the hit itself is verified. */
  function gramsOf(cut) {
    const found = new Set();
    for (let i = 0; i < cut.length; i += 1) {
      if (cut[i] === END) continue;
      if (!isHan(cut[i])) { found.add(cut[i]); continue; }
      let end = i;
      while (end + 1 < cut.length && isHan(cut[end + 1])) end += 1;
      for (let at = i; at < end; at += 2) found.add(cut[at] + cut[Math.min(at, end - 1) + 1]);
      if ((end - i) % 2 === 0 && end > i) found.add(cut[end - 1] + cut[end]);
      if (end === i && cut.length === 1) found.add(cut[i]);
      i = end;
    }
    return [...found];
  }

  /* --- posting lists --- */
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const digit = new Map([...DIGITS].map((character, value) => [character, value]));
  function decode(text) {
    const numbers = [];
    let last = -1, rest = 0, shift = 0;
    for (const character of text ?? "") {
      const value = digit.get(character);
      rest += (value & 31) * 2 ** shift;
      shift += 5;
      if (value & 32) continue;
      last += rest + 1; numbers.push(last); rest = 0; shift = 0;
    }
    return numbers;
  }
  function shardOf(key, count) {
    let value = 0x811c9dc5;
    for (let i = 0; i < key.length; i += 1) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193) >>> 0;
    return ((value ^ (value >>> 16)) >>> 0) % count;
  }
  const own = (lists, name) => decode(Object.prototype.hasOwnProperty.call(lists, name) ? lists[name] : "");
  async function postings(key, titles) {
    const folder = !titles && isHan(key) && [...key].length === 1 ? "sign" : "shard";
    const count = folder === "sign" ? manifest.signs : manifest.shards;
    return own(await load(shardName(folder, shardOf(key, count)), true), (titles ? "t:" : "") + key);
  }
  const chosen = async ([name, value]) => own(await load(facetName(name)), value);
  const both = (one, other) => { const set = new Set(other); return one.filter(number => set.has(number)); };
  /* Texts that hold all that a reading looks for; those whose title holds what is no label before the others. */
  async function candidates(terms, filters) {
    const grams = kind => [...new Set(terms.filter(kind).flatMap(term => gramsOf(term.cut)))];
    const lists = (keys, titles) => Promise.all(keys.map(key => postings(key, titles)));
    const named = grams(term => !term.label);
    const [words, titles] = await Promise.all([lists(grams(term => !term.title), false), lists(named, true)]);
    const heading = await lists(grams(term => term.title), true);
    const sought = [...words, ...heading].sort((a, b) => a.length - b.length);
    const all = sought.length ? sought.reduce(both) : [];
    const titled = new Set(titles.length ? titles.reduce(both) : []);
    const found = (await Promise.all(filters.map(chosen))).reduce(both, all);
    return { all, found: [...found.filter(n => titled.has(n)), ...found.filter(n => !titled.has(n))], titled };
  }
  async function sought(reading, filters) {
    const made = await Promise.all(reading.map(terms => candidates(terms, filters)));
    const found = [...new Set(made.flatMap(one => one.found))];
    const current = found.filter(n => n < manifest.current), ended = found.filter(n => n >= manifest.current);
    const titled = new Set(made.flatMap(one => one.found.filter(n => one.titled.has(n))));
    const called = await named(reading, current.filter(n => titled.has(n)), ended.filter(n => titled.has(n)));
    return {
      all: [...new Set(made.flatMap(one => one.all))].sort((a, b) => a - b),
      current: [...new Set([...called.first, ...current])],
      called: called.ended,
      ended: ended.filter(n => !called.ended.has(n)),
    };
  }
  /* Of the ended texts that bear the title or number that was typed, the last one of each policy, unless a text still
     standing bears it: the same policy's where the whole was typed, any policy's where it was some words of a title.
     Whoever types a whole title or number gets what bears it before all others. */
  async function named(reading, current, ended) {
    const asked = async n => ({ n, ...bears(reading, (await facts(n))) });
    const [now, past] = await Promise.all([current, ended].map(list => Promise.all(list.slice(0, MOST).map(asked))));
    const taken = new Set(now.filter(one => one.key).map(one => one.key)), last = [], standing = taken.size > 0;
    for (const one of past) {
      if (!one.key || taken.has(one.key) || (!one.whole && standing)) continue;
      taken.add(one.key);
      last.push(one);
    }
    const both = whole => [...now, ...last].filter(one => one.key && one.whole === whole).map(one => one.n);
    return { first: [...both(true), ...both(false)], ended: new Set(last.map(one => one.n)) };
  }
  /* Whether a text bears what was typed as its title or number: the key is the policy, or its number where that was typed. */
  function bears(reading, [address, title, mark, , , , , [cover]]) {
    const policy = address.replace(/[^/]*\/$/, ""), tight = text => units(fold(text)).map(unit => unit.text).join("");
    const heads = fold([title, mark, cover].join("\n")), cut = units(heads);
    for (const terms of reading) {
      const sought = terms.filter(term => !term.label), typed = sought.map(term => term.cut.join("")).join("");
      if (!sought.length || !sought.every(term => matches(term, heads, cut).length)) continue;
      const number = sought.some(term => term.number);
      return { key: number ? `${policy} ${mark}` : policy, whole: number || [title, cover].some(one => tight(one) === typed) };
    }
    return { key: "", whole: false };
  }
  const facts = async n => (await load(`facts/${Math.floor(n / manifest.block)}.js`))[n % manifest.block];

  /* --- verifying --- */
  function matches(term, folded, cut) {
    const found = [], wanted = term.cut;
    for (let i = 0; i + wanted.length <= cut.length; i += 1) {
      let n = 0;
      while (n < wanted.length && cut[i + n].text === wanted[n]) n += 1;
      if (n < wanted.length) continue;
      const at = cut[i].at, end = cut[i + n - 1].end;
      if (!term.exact || folded.slice(at, end).replace(/\s+/g, "").includes(term.tight.replace(EDGES, ""))) found.push([at, end]);
    }
    return found;
  }
  const EDGES = new RegExp(`^[^${HAN}${WORD}]+|[^${HAN}${WORD}]+$`, "gu");
  function scattered(term, folded) {
    const found = [];
    for (const gram of gramsOf(term.cut))
      for (let at = folded.indexOf(gram); at >= 0; at = folded.indexOf(gram, at + gram.length)) found.push([at, at + gram.length]);
    return found;
  }
  /* A clause as one is looked for, as documents.py has it: phrases run from a printed label into the words. */
  function clause([anchor, above, label, text]) {
    const before = label ? above + label : "", line = before + text, folded = fold(line), called = above + label.trim();
    const same = words => units(fold(words)).map(unit => unit.text).join(" ");
    return { anchor, above, label, text, start: before.length, line, folded, cut: units(folded), names: [same(called), same(label)], tight: fold(label).replace(/\s+/g, ""), called };
  }
  async function verify(number, reading) {
    const [known, rows] = await Promise.all([facts(number), load(textName(number))]);
    const [address, title, mark, place, status, days, sample, others, held] = known;
    const heads = [title, mark, ...others].filter(Boolean).join("\n");
    const result = { number, address, title, mark, place, status, days, sample, held };
    const clauses = [["", "", "", heads], ...rows].map(clause);
    let loose = null;
    for (const terms of reading) {
      const found = within(terms, clauses);
      if (found?.exact) return { ...result, ...found };
      loose ??= found;
    }
    return loose && { ...result, ...loose };
  }
  /* What a reading finds in a text: where, whether as it was typed, null where something is missing. */
  function within(terms, clauses) {
    const seen = new Set(), loosely = new Set(), hits = [], loose = [];
    let above = new Set();
    for (const one of clauses) {
      const spans = [], parts = [];
      terms.forEach((term, n) => {
        if (term.title && one.anchor) return;
        const found = matches(term, one.folded, one.cut);
        if (found.length) { seen.add(n); spans.push(...found.map(span => [...span, n])); return; }
        const apart = term.exact || term.number || term.label ? [] : scattered(term, one.folded);
        if (apart.length) { loosely.add(n); parts.push(...apart.map(span => [...span, n])); }
      });
      const met = new Set(spans.map(span => span[2]));
      if (!one.anchor) above = met;
      const named = Math.max(...terms.map(term => (term.label && one.names.includes(term.cut.join(" ")) ? 1 + (term.tight === one.tight) : 0)));
      const fresh = [...met].filter(n => !above.has(n)).length;
      if (spans.length) hits.push({ ...one, spans, named, fresh, count: met.size });
      if (parts.length || spans.length) loose.push({ ...one, spans: [...spans, ...parts], named, fresh, count: parts.length + spans.length });
    }
    if (seen.size === terms.length) return { exact: true, hits };
    return terms.every((_, n) => seen.has(n) || loosely.has(n)) ? { exact: false, hits: loose } : null;
  }

  /* --- showing --- */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  function merged(spans) {
    const found = [];
    for (const [at, end] of [...spans].sort((a, b) => a[0] - b[0])) {
      const last = found[found.length - 1];
      if (last && at <= last[1]) last[1] = Math.max(last[1], end); else found.push([at, end]);
    }
    return found;
  }
  /* Where the marks stand in the words alone. */
  const inWords = hit => merged(hit.spans).map(([at, end]) => [Math.max(0, at - hit.start), end - hit.start]).filter(([, end]) => end > 0);
  const touches = (hit, from, to) => hit.spans.some(([at, end]) => at < to && end > from);
  function snippet(hit) {
    const spans = inWords(hit), made = make("span", { class: "y-snippet" }), [[head, tail]] = spans.length ? spans : [[0, 0]];
    const first = Math.max(0, head - SNIPPET / 2), last = Math.min(hit.text.length, Math.max(tail + SNIPPET, first + 2 * SNIPPET));
    let at = first;
    if (first > 0) made.append("…");
    for (const [start, end] of spans) {
      if (start >= last) break;
      made.append(hit.text.slice(at, start), make("mark", {}, hit.text.slice(start, end)));
      at = end;
    }
    made.append(hit.text.slice(at, Math.max(at, last)));
    if (last < hit.text.length) made.append("…");
    return made;
  }
  /* What a clause is called, marked where it was found: a label is marked as a whole. */
  function name(hit) {
    if (!hit.label) return [hit.above || say("search.passage")];
    const parts = [[hit.above, 0, hit.above.length], [hit.label.trim(), hit.above.length, hit.start]].filter(([words]) => words);
    return parts.map(([words, from, to]) => (touches(hit, from, to) ? make("mark", {}, words) : words));
  }
  function marksOf(hit) {
    const words = inWords(hit).flatMap(([at, end]) => hit.text.slice(at, end).split(/ · |\n/));
    const label = hit.label && touches(hit, hit.above.length, hit.start) ? [hit.label.trim()] : [];
    return [...new Set([...label, ...words])].slice(0, 12);
  }
  function link(result, hit) {
    const marks = hit ? marksOf(hit).map(mark => `mark=${encodeURIComponent(mark)}`).join("&") : "";
    const page = pages + result.address.split("/").map(encodeURIComponent).join("/") + (local ? "index.html" : "");
    return page + (marks ? `?${marks}` : "") + (hit && hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : "");
  }
  function daysOf(result) {
    const words = ([first, last]) => (last ? say("interval", { first, last }) : say("interval.open", { first }));
    return result.days.map(days => make("span", { class: "y-nowrap" }, words(days)));
  }
  /* What is not in the title already; the clause that is called so; the law itself before what introduces it. */
  const aside = hit => (hit.called ? Number(/^(caption|cover)/.test(hit.anchor)) : 2);
  const better = (a, b) => b.fresh - a.fresh || b.named - a.named || b.count - a.count || aside(a) - aside(b);
  const apart = facts => facts.filter(Boolean).flatMap((fact, n) => [n ? " · " : "", fact]);
  function shown(result) {
    const head = result.hits.find(hit => !hit.anchor), clauses = result.hits.filter(hit => hit.anchor);
    clauses.sort(better);
    const badges = [make("span", { class: `y-badge y-${result.status}` }, say(`status.${result.status}`))];
    if (result.sample) badges.push(make("span", { class: "y-badge y-sample-badge" }, say("sample.short")));
    if (!result.held) badges.push(make("span", { class: "y-badge y-catalogue" }, say("catalogue-only.short")));
    const item = make("li", { class: "y-result" },
      make("div", { class: "y-version-head" }, make("a", { class: "y-name", href: link(result, head) }, result.title), ...badges.flatMap(badge => [" ", badge])),
      make("div", { class: "y-meta" }, ...apart([result.mark, result.place, ...daysOf(result)])));
    const found = make("ul", { class: "y-hits" });
    const add = hit => found.append(make("li", {}, make("a", { href: link(result, hit) }, ...name(hit)), " ", snippet(hit)));
    clauses.slice(0, CLAUSES).forEach(add);
    if (clauses.length > CLAUSES) {
      const more = make("button", { type: "button", class: "y-more" }, say("search.clauses", { count: clauses.length - CLAUSES }));
      more.addEventListener("click", () => { more.parentElement.remove(); clauses.slice(CLAUSES).forEach(add); });
      found.append(make("li", {}, more));
    }
    if (clauses.length) item.append(found);
    return item;
  }

  /* --- how many texts each choice would leave; in a large archive only when a reader turns to the choices --- */
  const LARGE = 5000, choices = form.querySelector(".y-search-filters"), selects = [...choices.querySelectorAll("select")];
  const plain = new Map(selects.flatMap(select => [...select.options]).map(option => [option, option.textContent]));
  let turned = false, tally = () => {};
  const unmark = () => plain.forEach((text, option) => { option.textContent = text; });
  async function count(mine, asked, all, called, refused) {
    if (manifest.texts > LARGE && !turned) return;
    for (const { name, options } of selects) {
      const limits = await Promise.all(asked.filters.filter(one => one[0] !== name).map(chosen));
      const left = limits.reduce(both, all).filter(n => !refused.has(n));
      for (const option of options) {
        const status = name === "status" ? option.value : Object.fromEntries(asked.filters).status;
        const pool = asked.old || ENDED_STATUS(status) ? left : left.filter(n => n < manifest.current || called.has(n));
        const some = option.value ? both(pool, await chosen([name, option.value])) : pool;
        if (mine !== turn) return;
        option.textContent = say("search.choice", { name: plain.get(option), count: some.length });
      }
    }
  }
  for (const event of ["focusin", "pointerenter"])
    choices.addEventListener(event, () => { if (!turned) { turned = true; tally(); } });

  /* --- a run --- */
  let turn = 0;
  function state() {
    const data = new FormData(form);
    const filters = ["place", "kind", "status", "year"].map(name => [name, data.get(name)]).filter(([, value]) => value);
    return { query: (data.get("q") ?? "").trim(), filters, old: data.get("old") === "1" };
  }
  const ENDED_STATUS = status => status && !["in-force", "not-yet-in-force", "suspended", "letter", "unknown", "draft"].includes(status);
  async function run() {
    if (ENDED_STATUS(form.elements.status.value)) form.elements.old.checked = true;
    const mine = ++turn, asked = state();
    remember(asked);
    list.replaceChildren(); foot.replaceChildren();
    tally = () => {};
    unmark();
    if (!asked.query) { said.textContent = ""; return; }
    said.textContent = say("search.working");
    try {
      if (!manifest) {
        manifest = await load("manifest.js");
        const to = [...manifest.new];
        table = new Map([...manifest.old].map((character, n) => [character, to[n]]));
      }
      let reading = readings(asked.query);
      if (!reading.length) { said.textContent = say("search.empty"); return; }
      let found = await sought(reading, asked.filters);
      if (!found.all.length) {
        reading = [parse(asked.query, false)];
        found = await sought(reading, asked.filters);
      }
      if (mine !== turn) return;
      const all = asked.old;
      const refused = new Set();
      tally = () => count(mine, asked, found.all, found.called, refused);
      await show(mine, reading, refused, all ? [...found.current, ...found.ended] : found.current, all ? [] : found.ended);
    } catch (failure) {
      if (mine === turn) said.textContent = say("search.failed");
      throw failure;
    }
  }
  async function show(mine, reading, refused, numbers, ended) {
    let at = 0, exact = 0, only = false;
    const loose = [], byLabel = reading.some(terms => terms.some(term => term.label));
    /* A clause looked for by its label that no standing text has is looked for in the ended ones at once. */
    const further = () => {
      if (exact || !byLabel || !ended.length) return false;
      numbers = [...numbers, ...ended];
      ended = [];
      only = true;
      return true;
    };
    const step = async () => {
      let tried = 0, added = 0;
      while ((at < numbers.length || further()) && added < PAGE && tried < MOST) {
        const some = numbers.slice(at, at + PAGE - added);
        at += some.length; tried += some.length;
        some.forEach(number => refused.add(number));
        for (const result of await Promise.all(some.map(number => verify(number, reading)))) {
          if (mine !== turn) return;
          if (!result) continue;
          refused.delete(result.number);
          if (result.exact) { list.append(shown(result)); exact += 1; added += 1; }
          else if (loose.length < PAGE) loose.push(result);
        }
        if (exact) loose.forEach(result => refused.add(result.number));
      }
      const done = at >= numbers.length, apart = done && !exact && loose.length > 0;
      if (apart) list.append(...loose.map(shown));
      const none = `search.${apart ? "loose" : "none"}${ended.length ? ".current" : ""}`;
      said.textContent = !done ? say("search.most", { count: exact + numbers.length - at }) : exact ? say(only ? "search.count.ended" : "search.count", { count: exact }) : say(none);
      foot.replaceChildren();
      if (!done) foot.append(button("search.next", {}, step));
      if (ended.length) foot.append(" ", button("search.ended", { count: ended.length }, () => { form.elements.old.checked = true; return run(); }));
      await tally();
    };
    await step();
  }
  function button(key, values, action) {
    const made = make("button", { type: "button", class: "y-more" }, say(key, values));
    made.addEventListener("click", () => { made.disabled = true; action(); });
    return made;
  }
  function remember(asked) {
    if (local) return;
    const kept = new URLSearchParams();
    if (asked.query) kept.set("q", asked.query);
    asked.filters.forEach(([name, value]) => kept.set(name, value));
    if (asked.old) kept.set("old", "1");
    history.replaceState(history.state, "", location.pathname + (kept.size ? `?${kept}` : ""));
  }
  const asked = new URLSearchParams(location.search);
  for (const name of ["q", "place", "kind", "status", "year"]) {
    const value = asked.get(name);
    if (value !== null) form.elements[name].value = value;
    if (form.elements[name].value !== (value ?? "") && name !== "q") form.elements[name].value = "";
  }
  form.elements.old.checked = asked.get("old") === "1";
  form.addEventListener("submit", event => { event.preventDefault(); run(); });
  form.addEventListener("change", ({ target }) => {
    const { old, status } = form.elements;
    if (target === old && !old.checked && ENDED_STATUS(status.value)) status.value = "";
    if (target.name !== "q") run();
  });
  if (asked.get("q")) run(); else form.elements.q.focus();
})();
