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
    shard: (n, value) => take(shardName(n), value),
    facts: (n, value) => take(`facts/${n}.js`, value),
    text: (n, value) => take(textName(n), value),
    facet: (name, value) => take(facetName(name), value),
  };
  const hex = (n, width) => n.toString(16).padStart(width, "0");
  const shardName = n => `shard/${hex(n >> 8, 2)}/${hex(n, 4)}.js`;
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

  /* --- the query --- */
  const QUOTED = /"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』/g;
  const NUMBER = new RegExp(
    `([${HAN}]{1,14}?)\\s*第?[^${HAN}${WORD}\\s]{0,2}\\s*((?:18|19|20|21)\\d\\d)\\s*年?\\s*[^${HAN}${WORD}]{0,3}\\s*第?\\s*0*(\\d{1,5})(?:\\s*号)?(?![${WORD}])`, "gu");
  function parse(query, numbers) {
    const terms = [];
    let rest = query.replace(QUOTED, (whole, ...groups) => {
      const phrase = groups.slice(0, 4).find(Boolean);
      add(terms, phrase, true);
      return " ";
    });
    if (numbers)
      rest = fold(rest).replace(NUMBER, (whole, body, year, count) => { add(terms, `${body} ${year} ${count}`, false, true); return " "; });
    for (const term of rest.split(/\s+/)) add(terms, term, false);
    return terms;
  }
  function add(terms, raw, exact, number = false) {
    const folded = fold(raw), cut = units(folded).map(unit => unit.text).filter(text => text !== END);
    if (cut.length) terms.push({ raw, cut, exact, number, tight: folded.replace(/\s+/g, "") });
  }
  /* Every second pair is enough to find candidates: the hit itself is verified. */
  function gramsOf(cut) {
    const found = new Set();
    for (let i = 0; i < cut.length; i += 1) {
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
  function shardOf(key) {
    let value = 0x811c9dc5;
    for (let i = 0; i < key.length; i += 1) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193) >>> 0;
    return ((value ^ (value >>> 16)) >>> 0) % manifest.shards;
  }
  const own = (lists, name) => decode(Object.prototype.hasOwnProperty.call(lists, name) ? lists[name] : "");
  const postings = async (prefix, key) => own(await load(shardName(shardOf(key)), true), prefix + key);
  const chosen = async ([name, value]) => own(await load(facetName(name)), value);
  const both = (one, other) => { const set = new Set(other); return one.filter(number => set.has(number)); };
  async function candidates(terms, filters) {
    const keys = [...new Set(terms.flatMap(term => gramsOf(term.cut)))];
    const lists = await Promise.all(keys.map(key => postings("", key)));
    const single = terms.length === 1 && terms[0].cut.length === 1 && isHan(terms[0].cut[0]);
    const titles = (await Promise.all(keys.map(key => postings("t:", key)))).reduce((a, b) => (a ? both(a, b) : b), null) ?? [];
    let all = lists.length ? lists.sort((a, b) => a.length - b.length).reduce(both) : [];
    if (single) all = [...new Set([...all, ...titles])].sort((a, b) => a - b);
    const found = (await Promise.all(filters.map(chosen))).reduce(both, all);
    const titled = new Set(titles);
    const order = numbers => [...numbers.filter(n => titled.has(n)), ...numbers.filter(n => !titled.has(n))];
    return {
      all,
      current: order(found.filter(n => n < manifest.current)),
      ended: order(found.filter(n => n >= manifest.current)),
    };
  }

  /* --- verifying --- */
  function matches(term, text, folded, cut) {
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
  async function verify(number, terms) {
    const block = Math.floor(number / manifest.block);
    const [facts, clauses] = await Promise.all([load(`facts/${block}.js`), load(textName(number))]);
    const [address, title, mark, place, status, days, sample, others, held] = facts[number % manifest.block];
    const heads = [title, mark, ...others].filter(Boolean).join("\n");
    const seen = terms.map(() => false), loosely = terms.map(() => false), hits = [], loose = [];
    for (const [anchor, label, text] of [["", "", heads], ...clauses]) {
      const folded = fold(text), cut = units(folded), spans = [], parts = [];
      terms.forEach((term, n) => {
        const found = matches(term, text, folded, cut);
        if (found.length) { seen[n] = true; spans.push(...found.map(span => [...span, n])); }
        else { const apart = term.exact || term.number ? [] : scattered(term, folded); if (apart.length) { loosely[n] = true; parts.push(...apart.map(span => [...span, n])); } }
      });
      if (spans.length) hits.push({ anchor, label, text, spans, count: new Set(spans.map(span => span[2])).size });
      if (parts.length || spans.length) loose.push({ anchor, label, text, spans: [...spans, ...parts], count: parts.length + spans.length });
    }
    const order = found => found.map((hit, n) => [hit, n]).sort((a, b) => b[0].count - a[0].count || a[1] - b[1]).map(pair => pair[0]);
    const result = { number, address, title, mark, place, status, days, sample, held };
    if (seen.every(Boolean)) return { ...result, exact: true, hits: order(hits) };
    if (seen.every((value, n) => value || loosely[n])) return { ...result, exact: false, hits: order(loose) };
    return null;
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
  function snippet(hit) {
    const spans = merged(hit.spans), made = make("span", { class: "y-snippet" });
    const first = Math.max(0, spans[0][0] - SNIPPET / 2), last = Math.min(hit.text.length, Math.max(spans[0][1] + SNIPPET, first + 2 * SNIPPET));
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
  const marksOf = hit => [...new Set(merged(hit.spans).flatMap(([at, end]) => hit.text.slice(at, end).split(/ · |\n/)))].slice(0, 12);
  function link(result, hit) {
    const marks = hit ? marksOf(hit).map(mark => `mark=${encodeURIComponent(mark)}`).join("&") : "";
    const page = pages + result.address.split("/").map(encodeURIComponent).join("/") + (local ? "index.html" : "");
    return page + (marks ? `?${marks}` : "") + (hit && hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : "");
  }
  function daysOf(result) {
    const words = ([first, last]) => (last ? say("interval", { first, last }) : say("interval.open", { first }));
    return result.days.map(days => make("span", { class: "y-nowrap" }, words(days)));
  }
  /* The law itself before what introduces it. */
  const aside = hit => (hit.label ? Number(/^(caption|cover)/.test(hit.anchor)) : 2);
  const apart = facts => facts.filter(Boolean).flatMap((fact, n) => [n ? " · " : "", fact]);
  function shown(result) {
    const head = result.hits.find(hit => !hit.anchor), clauses = result.hits.filter(hit => hit.anchor);
    clauses.sort((a, b) => b.count - a.count || aside(a) - aside(b));
    const badges = [make("span", { class: `y-badge y-${result.status}` }, say(`status.${result.status}`))];
    if (result.sample) badges.push(make("span", { class: "y-badge y-sample-badge" }, say("sample.short")));
    if (!result.held) badges.push(make("span", { class: "y-badge y-catalogue" }, say("catalogue-only.short")));
    const item = make("li", { class: "y-result" },
      make("div", { class: "y-version-head" }, make("a", { class: "y-name", href: link(result, head) }, result.title), ...badges.flatMap(badge => [" ", badge])),
      make("div", { class: "y-meta" }, ...apart([result.mark, result.place, ...daysOf(result)])));
    const found = make("ul", { class: "y-hits" });
    const add = hit => found.append(make("li", {}, make("a", { href: link(result, hit) }, hit.label || say("search.passage")), " ", snippet(hit)));
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
  async function count(mine, asked, all, refused) {
    if (manifest.texts > LARGE && !turned) return;
    for (const { name, options } of selects) {
      const limits = await Promise.all(asked.filters.filter(one => one[0] !== name).map(chosen));
      const left = limits.reduce(both, all).filter(n => !refused.has(n));
      for (const option of options) {
        const status = name === "status" ? option.value : Object.fromEntries(asked.filters).status;
        const pool = asked.old || ENDED_STATUS(status) ? left : left.filter(n => n < manifest.current);
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
  const ENDED_STATUS = status => status && !["in-force", "not-yet-in-force", "suspended", "letter", "unknown"].includes(status);
  async function run() {
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
      let terms = parse(asked.query, true);
      if (!terms.length) { said.textContent = say("search.empty"); return; }
      let found = await candidates(terms, asked.filters);
      if (!found.current.length && !found.ended.length) {
        terms = parse(asked.query, false);
        found = await candidates(terms, asked.filters);
      }
      if (mine !== turn) return;
      const status = Object.fromEntries(asked.filters).status;
      const all = asked.old || ENDED_STATUS(status);
      const refused = new Set();
      tally = () => count(mine, asked, found.all, refused);
      await show(mine, terms, refused, all ? [...found.current, ...found.ended] : found.current, all ? 0 : found.ended.length);
    } catch (failure) {
      if (mine === turn) said.textContent = say("search.failed");
      throw failure;
    }
  }
  async function show(mine, terms, refused, numbers, ended) {
    let at = 0, exact = 0;
    const loose = [];
    const step = async () => {
      let tried = 0, added = 0;
      while (at < numbers.length && added < PAGE && tried < MOST) {
        const some = numbers.slice(at, at + PAGE - added);
        at += some.length; tried += some.length;
        some.forEach(number => refused.add(number));
        for (const result of await Promise.all(some.map(number => verify(number, terms)))) {
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
      const single = terms.every(term => term.cut.length === 1 && isHan(term.cut[0]));
      said.textContent = apart ? say("search.loose") : done ? (exact ? say("search.count", { count: exact }) : say("search.none")) : say("search.most", { count: exact + numbers.length - at });
      if (single) said.textContent += ` ${say("search.single")}`;
      foot.replaceChildren();
      if (!done) foot.append(button("search.next", {}, step));
      if (ended) foot.append(" ", button("search.ended", { count: ended }, () => { form.elements.old.checked = true; return run(); }));
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
  form.addEventListener("change", event => { if (event.target.name !== "q") run(); });
  if (asked.get("q")) run(); else form.elements.q.focus();
})();
