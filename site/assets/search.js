/* The search: loads the shards that a query needs, counts their lists together, and verifies every hit word by word.
   What it finds are works: one entry a policy, its texts and clauses below it. Title before number before heading before
   clause, in force before ended, newer before older; a title, a number and a citation find what has ended too.
   It folds and cuts text exactly as tools/yange/publish/search/folding.py does. No fetch, no eval, no innerHTML. */
"use strict";
(() => {
  const form = document.querySelector(".y-search-form");
  if (!form) return;
  const root = form.dataset.root, pages = form.dataset.pages, words = JSON.parse(form.dataset.words);
  const said = document.querySelector(".y-search-said");
  const jump = document.querySelector(".y-search-jump");
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
    work: (n, value) => take(`work/${n}.js`, value),
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
  /* A citation as a whole: 《…》第三条 with or without blanks, Article 9(a) of …, …, Article 9(a). */
  const ANY_HAN = new RegExp(`[${HAN}]`, "u"), OF = new RegExp(`^(${ENGLISH.source})\\s*,?\\s*(?:of\\s+)?(?:the\\s+)?(.+)$`, "u");
  const COMMA = new RegExp(`^(?:the\\s+)?(.+?)\\s*,?\\s+(${ENGLISH.source})$`, "u");
  function citation(query) {
    if (new RegExp(QUOTED.source, "u").test(query)) return [];
    const folded = fold(query).trim().replace(/[.。,，;；]+$/u, ""), made = [];
    const tight = ANY_HAN.test(folded) ? LABEL.exec(folded.replace(/\s+/gu, "")) : null;
    if (tight?.[1] && !new RegExp(NUMBER.source, "u").test(tight[1])) add(made, tight[1], { title: true });
    if (made.length) return [...made, ...labels(written(tight[2] + (tight[3] ?? (tight[4] ? `(${tight[4]})` : ""))))];
    const [, label, title] = OF.exec(folded) ?? (([, title, label]) => ["", label, title])(COMMA.exec(folded) ?? []);
    if (!title) return [];
    add(made, title, { title: true });
    return made.length ? [...made, ...labels(label)] : [];
  }
  /* The paragraph of a clause that a citation names beside its label: 2 of 第十二条第二款. */
  function paragraph(query) {
    const found = new RegExp(`第(${COUNT})款`, "u").exec(fold(query));
    if (!found) return 0;
    return /^\d+$/.test(found[1]) ? Number(found[1]) : Array.from({ length: 99 }, (_, n) => n + 1).find(n => written(String(n)) === found[1]) ?? 0;
  }
  /* What was copied out of several clauses stands together in none of them. */
  function pieces(term) {
    const made = [];
    if (!term.exact && !term.number) for (const piece of term.raw.split(SENTENCES)) add(made, piece, {});
    return made.length > 1 ? made : [term];
  }
  function readings(query) {
    const plain = parse(query, true), found = new Map();
    for (const terms of [citation(query), plain.flatMap(cited), plain, plain.flatMap(pieces), citation(query).filter(term => term.title)]) {
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
  /* The lists of a gram anywhere, in the words above the clauses ("t:"), or in headings ("h:"). */
  async function postings(key, where = "") {
    const folder = !where && isHan(key) && [...key].length === 1 ? "sign" : "shard";
    const count = folder === "sign" ? manifest.signs : manifest.shards;
    return own(await load(shardName(folder, shardOf(key, count)), true), where + key);
  }
  const chosen = async ([name, value]) => own(await load(facetName(name)), value);
  const both = (one, other) => { const set = new Set(other); return one.filter(number => set.has(number)); };
  /* Texts that hold all that a reading looks for; those that hold what is no label above their clauses or in headings. */
  async function candidates(terms, filters) {
    const grams = kind => [...new Set(terms.filter(kind).flatMap(term => gramsOf(term.cut)))];
    const lists = (keys, where) => Promise.all(keys.map(key => postings(key, where)));
    const called = grams(term => !term.label);
    const [words, titles, headings] = await Promise.all([lists(grams(term => !term.title)), lists(called, "t:"), lists(called, "h:")]);
    const heading = await lists(grams(term => term.title), "t:");
    const sought = [...words, ...heading].sort((a, b) => a.length - b.length);
    const all = sought.length ? sought.reduce(both) : [], within = lists => new Set(lists.length ? lists.reduce(both) : []);
    return { all, found: (await Promise.all(filters.map(chosen))).reduce(both, all), titled: within(titles), headed: within(headings) };
  }
  const WHOLE = 0, TITLE = 1, MARK = 2, HEADS = 3, HEADING = 4, CLAUSE = 5;
  /* The works that hold what is looked for, in order. ``texts`` of a work are what is looked through: those that have not
     ended, and the last ended one that bears the title or number that was typed, unless the first text bears it. */
  async function sought(reading, filters, old) {
    const made = await Promise.all(reading.map(terms => candidates(terms, filters)));
    const all = [...new Set(made.flatMap(one => one.all))].sort((a, b) => a - b), found = [...new Set(made.flatMap(one => one.found))].sort((a, b) => a - b);
    const titled = found.filter(n => made.some(one => one.titled.has(n))), headed = new Set(made.flatMap(one => [...one.headed]));
    const ranks = await ranked(reading, titled), first = await firsts(all), works = new Map();
    for (const n of found) {
      const number = first.get(n), work = works.get(number) ?? { number, rank: CLAUSE, current: [], ended: [], called: [] };
      const rank = ranks.get(n) ?? (headed.has(n) ? HEADING : CLAUSE);
      work.rank = Math.min(work.rank, rank);
      (n < manifest.current ? work.current : work.ended).push(n);
      if (rank <= MARK) work.called.push([rank, n]);
      works.set(number, work);
    }
    for (const work of works.values()) {
      const best = Math.min(...work.called.map(([rank]) => rank)), last = work.called.find(([rank]) => rank === best)?.[1];
      work.texts = old ? [...work.current, ...work.ended] : [...new Set([...work.current, ...(last === undefined ? [] : [last])])];
      work.at = work.texts[0] ?? work.ended[0];
    }
    const order = [...works.values()].sort((a, b) => a.rank - b.rank || a.at - b.at);
    return { all, first, works: order.filter(work => work.texts.length), ended: order.filter(work => !work.texts.length) };
  }
  /* How a text bears what was typed: as its whole title or its number, in its title, beside it, or only among issuers. */
  async function ranked(reading, titled) {
    const asked = [...titled.filter(n => n < manifest.current).slice(0, MOST), ...titled.filter(n => n >= manifest.current).slice(0, MOST)];
    const ranks = new Map(titled.map(n => [n, HEADS]));
    await Promise.all(asked.map(async n => ranks.set(n, bears(reading, await facts(n)))));
    return ranks;
  }
  const tight = text => units(fold(text)).map(unit => unit.text).join("");
  function bears(reading, [, title, mark, , , , , [cover]]) {
    const named = fold([title, cover].join("\n")), heads = fold([title, mark, cover].join("\n")), [titles, cut] = [units(named), units(heads)];
    let best = HEADS;
    for (const terms of reading) {
      const asked = terms.filter(term => !term.label), typed = asked.map(term => term.cut.join("")).join("");
      if (!asked.length || !asked.every(term => matches(term, heads, cut).length)) continue;
      const whole = asked.some(term => term.number) || [title, cover].some(one => tight(one ?? "") === typed);
      best = Math.min(best, whole ? WHOLE : asked.every(term => matches(term, named, titles).length) ? TITLE : MARK);
    }
    return best;
  }
  /* Each text's policy, told by the number of its first text. */
  async function firsts(numbers) {
    const blocks = [...new Set(numbers.map(n => Math.floor(n / manifest.works)))];
    const loaded = new Map(await Promise.all(blocks.map(async block => [block, await load(`work/${block}.js`)])));
    return new Map(numbers.map(n => [n, loaded.get(Math.floor(n / manifest.works))[n % manifest.works]]));
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
  const told = (number, [address, title, mark, place, status, days, sample, others, held, standing, condition]) =>
    ({ number, address, title, mark, place, status, days, sample, others, held, standing, condition });
  const conditionOf = ({ condition }) => (condition ? [make("span", { class: "y-badge y-condition" }, say(`condition.${condition}.short`))] : []);
  async function verify(number, reading) {
    const [known, rows] = await Promise.all([facts(number), load(textName(number))]);
    const result = told(number, known), heads = [result.title, result.mark, ...result.others].filter(Boolean).join("\n");
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
  const path = address => address.split("/").map(encodeURIComponent).join("/") + (local ? "index.html" : "");
  function link(result, hit) {
    const marks = hit ? marksOf(hit).map(mark => `mark=${encodeURIComponent(mark)}`).join("&") : "";
    const page = pages + path(result.address);
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
  const named = result => {
    const link = make("a", { class: "y-name", href: address(result) }, result.title);
    if (ANY_HAN.test(result.title) && !document.documentElement.lang.startsWith("zh")) link.lang = "zh-Hans";
    return link;
  };
  const badge = status => make("span", { class: `y-badge y-${status}` }, say(`status.${status}`));
  function hitsOf(result, most) {
    const clauses = result.hits.filter(hit => hit.anchor).sort(better), found = make("ul", { class: "y-hits" });
    const add = hit => found.append(make("li", {}, make("a", { href: link(result, hit) }, ...name(hit)), " ", snippet(hit)));
    clauses.slice(0, most).forEach(add);
    if (clauses.length > most) {
      const more = make("button", { type: "button", class: "y-more" }, say("search.clauses", { count: clauses.length - most }));
      more.addEventListener("click", () => { more.parentElement.remove(); clauses.slice(most).forEach(add); });
      found.append(make("li", {}, more));
    }
    return clauses.length ? [found] : [];
  }
  const headOf = result => result.hits.find(hit => !hit.anchor);
  const address = result => link(result, result.hits ? headOf(result) : null);
  /* A work: its title, status and number as its first text has them, what was found in that text, and in others. */
  function shown({ first, results }) {
    const own = results.find(result => result.number === first.number), others = results.filter(result => result !== own);
    const top = { ...first, ...own }, badges = [badge(first.standing)];
    if (first.sample) badges.push(make("span", { class: "y-badge y-sample-badge" }, say("sample.short")));
    badges.push(...conditionOf(top));
    if (!first.held) badges.push(make("span", { class: "y-badge y-catalogue" }, say("catalogue-only.short")));
    const policy = make("a", { class: "y-work-policy", href: pages + path(first.address.replace(/[^/]*\/$/, "")) }, say("search.policy"));
    const item = make("li", { class: "y-result" },
      make("div", { class: "y-version-head" }, named(top), ...badges.flatMap(badge => [" ", badge])),
      make("div", { class: "y-meta" }, ...apart([first.mark, first.place, ...daysOf(first), policy])),
      ...(own ? hitsOf(own, CLAUSES) : []));
    if (others.length) {
      const texts = make("details", { class: "y-other-texts" }, make("summary", {}, say("search.texts", { count: others.length })), ...others.map(result => text(result, first)));
      texts.open = !own?.hits.some(hit => hit.anchor);
      item.append(texts);
    }
    return item;
  }
  function text(result, first) {
    const words = daysOf(result).length ? daysOf(result) : [result.mark || say("interval.none")];
    const made = make("a", { class: "y-text-of", href: address(result) }, ...apart(words));
    const more = [result.title === first.title ? "" : result.title, result.mark === first.mark || !daysOf(result).length ? "" : result.mark];
    return make("div", { class: "y-other-text" }, made, " ", badge(result.status), " ", ...conditionOf(result), " ", make("span", { class: "y-meta" }, ...apart(more)), ...hitsOf(result, CLAUSES - 1));
  }
  /* Where a citation was typed: the clause it names, before all else; Enter opens it. */
  function leap(works, reading, query) {
    jump.replaceChildren();
    const cited = reading.find(terms => terms.some(term => term.label) && terms.some(term => term.title || term.number || !term.label));
    const work = cited && works.find(work => work.rank <= TITLE), found = work?.results.flatMap(result => result.hits.filter(hit => hit.named).map(hit => ({ result, hit })));
    const best = found?.sort((a, b) => a.result.number - b.result.number || b.hit.named - a.hit.named)[0];
    if (work && !best) jump.append(say("search.no-clause", { title: work.first.title, clause: cited.findLast(term => term.label).raw }));
    if (!best) return null;
    const { result, hit } = best, part = hit.part ?? hit;
    const open = make("a", { class: "y-name", href: link(result, part) }, result.title, " ", part.called);
    jump.append(make("div", {}, open, " ", badge(result.status), " ", make("kbd", {}, say("search.enter"))), make("div", { class: "y-meta" }, ...apart(daysOf(result))), snippet(part));
    return { href: open.href, query };
  }

  /* --- how many works each choice would leave; in a large archive only when a reader turns to the choices --- */
  const LARGE = 5000, choices = form.querySelector(".y-search-filters"), selects = [...choices.querySelectorAll("select")];
  const plain = new Map(selects.flatMap(select => [...select.options]).map(option => [option, option.textContent]));
  let turned = false, tally = () => {};
  const unmark = () => plain.forEach((text, option) => { option.textContent = text; });
  async function count(mine, asked, { all, first, called }, refused) {
    if (manifest.texts > LARGE && !turned) return;
    for (const { name, options } of selects) {
      const limits = await Promise.all(asked.filters.filter(one => one[0] !== name).map(chosen));
      const left = limits.reduce(both, all).filter(n => !refused.has(n));
      for (const option of options) {
        const status = name === "status" ? option.value : Object.fromEntries(asked.filters).status;
        const pool = asked.old || ENDED_STATUS(status) ? left : left.filter(n => n < manifest.current || called.has(n));
        const some = option.value ? both(pool, await chosen([name, option.value])) : pool;
        if (mine !== turn) return;
        option.textContent = say("search.choice", { name: plain.get(option), count: new Set(some.map(n => first.get(n))).size });
      }
    }
  }
  for (const event of ["focusin", "pointerenter"])
    choices.addEventListener(event, () => { if (!turned) { turned = true; tally(); } });

  /* --- a run --- */
  let turn = 0, leaps = null;
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
    list.replaceChildren(); foot.replaceChildren(); jump.replaceChildren();
    leaps = null;
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
      let found = await sought(reading, asked.filters, asked.old);
      if (!found.all.length) {
        reading = [parse(asked.query, false)];
        found = await sought(reading, asked.filters, asked.old);
      }
      if (mine !== turn) return;
      const refused = new Set();
      found.called = new Set(found.works.flatMap(work => work.texts));
      tally = () => count(mine, asked, found, refused);
      await show(mine, reading, refused, found, asked);
    } catch (failure) {
      if (mine === turn) said.textContent = say("search.failed");
      throw failure;
    }
  }
  /* What a reading finds in the texts of a work. A cited clause that the texts looked through lack is looked for in the
     ended ones, the last first. */
  async function look(work, reading, refused, called) {
    const first = told(work.number, await facts(work.number)), byLabel = reading.some(terms => terms.some(term => term.label));
    const check = async numbers => {
      numbers.forEach(number => refused.add(number));
      const found = (await Promise.all(numbers.map(number => verify(number, reading)))).filter(Boolean);
      found.filter(one => one.exact).forEach(one => refused.delete(one.number));
      return found;
    };
    let results = await check(work.texts), exact = results.filter(one => one.exact);
    const has = found => found.some(one => one.hits.some(hit => hit.named));
    for (let n = 0; byLabel && !has(exact) && work.rank <= TITLE && n < work.ended.length && n < PAGE; n += 1) {
      const more = (await check([work.ended[n]])).filter(one => one.exact && has([one]));
      more.forEach(one => called.add(one.number));
      exact = [...exact.filter(one => more.every(other => other.number !== one.number)), ...more];
    }
    if (exact.length) results = exact;
    const order = (a, b) => a.number - b.number;
    return results.length ? { first, rank: work.rank, exact: exact.length > 0, results: results.sort(order) } : null;
  }
  async function show(mine, reading, refused, found, asked) {
    let { works, ended } = found, at = 0, exact = 0, only = false;
    const loose = [], byLabel = reading.some(terms => terms.some(term => term.label)), wanted = paragraph(asked.query);
    /* A clause looked for by its label that no standing text has is looked for in the ended ones at once. */
    const further = () => {
      const rest = [...works, ...ended].filter(work => work.ended.some(n => !work.texts.includes(n)));
      if (only || exact || !byLabel || !rest.length) return false;
      for (const work of rest) {
        work.texts = work.ended.filter(n => !work.texts.includes(n));
        work.ended.forEach(n => found.called.add(n));
      }
      works = [...works, ...rest];
      ended = [];
      only = true;
      return true;
    };
    const step = async () => {
      let tried = 0, added = 0;
      while ((at < works.length || further()) && added < PAGE && tried < MOST) {
        const some = works.slice(at, at + PAGE - added), start = at === 0;
        at += some.length; tried += some.length;
        const seen = (await Promise.all(some.map(work => look(work, reading, refused, found.called)))).filter(Boolean);
        if (mine !== turn) return;
        for (const work of seen) {
          if (work.exact) { list.append(shown(work)); exact += 1; added += 1; }
          else if (loose.length < PAGE && loose.every(other => other.first.number !== work.first.number)) { loose.push(work); work.results.forEach(one => refused.delete(one.number)); }
        }
        if (start) { await parts(seen, wanted); leaps = leap(seen.filter(work => work.exact), reading, asked.query); }
        if (exact) loose.forEach(work => work.results.forEach(one => refused.add(one.number)));
      }
      const done = at >= works.length, apart = done && !exact && loose.length > 0;
      if (apart) list.append(...loose.map(shown));
      const none = `search.${apart ? "loose" : "none"}${ended.length ? ".current" : ""}`;
      said.textContent = !done ? say("search.most", { count: exact + works.length - at }) : exact ? say(only ? "search.count.ended" : "search.count", { count: exact }) : say(none);
      foot.replaceChildren();
      if (!done) foot.append(button("search.next", {}, step));
      const behind = ended.length + (asked.old || only ? 0 : works.filter(work => work.ended.some(n => !work.texts.includes(n))).length);
      if (behind) foot.append(" ", button("search.ended", { count: behind }, () => { form.elements.old.checked = true; return run(); }));
      await tally();
    };
    await step();
  }
  /* Of the clauses that a citation names, the paragraph that it names too. */
  async function parts(works, wanted) {
    for (const result of wanted ? works.flatMap(work => work.results) : []) {
      const rows = await load(textName(result.number));
      for (const hit of result.hits.filter(hit => hit.named)) {
        const row = rows.find(([anchor]) => anchor === `${hit.anchor}__para_${wanted}`);
        if (row) hit.part = { ...clause(row), spans: [], called: `${hit.called}第${written(String(wanted))}款` };
      }
    }
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
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (leaps && state().query === leaps.query) location.assign(leaps.href); else run();
  });
  form.addEventListener("change", ({ target }) => {
    const { old, status } = form.elements;
    if (target === old && !old.checked && ENDED_STATUS(status.value)) status.value = "";
    if (target.name !== "q") run();
  });
  if (asked.get("q")) run(); else form.elements.q.focus();
})();
