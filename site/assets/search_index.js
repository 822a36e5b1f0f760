/* The index of the search: loads the shards that a query needs, counts their lists together, and verifies every hit word
   by word. What it finds are works: one entry a policy. No fetch, no eval. */
"use strict";
self.yangeSearchIndex = (root, today) => {
  const { clause, fold, foldWith, gramsOf, isHan, matches, scattered, units } = self.yangeSearchWords;
  const MOST = 60;
  let manifest = null;

  /* --- loading --- */
  const waiting = new Map(),
    kept = new Map();
  const take = (name, value) => {
    kept.set(name, value);
  };
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
      const end = () => {
        script.remove();
        waiting.delete(name);
      };
      script.onload = () => {
        end();
        done(kept.get(name));
      };
      script.onerror = () => {
        end();
        if (optional) {
          take(name, {});
          done({});
        } else fail(new Error(name));
      };
      document.head.append(script);
    });
    waiting.set(name, promise);
    return promise;
  }
  async function open() {
    if (manifest) return manifest;
    manifest = await load("manifest.js");
    const to = [...manifest.new];
    foldWith(new Map([...manifest.old].map((character, n) => [character, to[n]])));
    return manifest;
  }

  /* --- posting lists --- */
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const digit = new Map([...DIGITS].map((character, value) => [character, value]));
  function decode(text) {
    const numbers = [];
    let last = -1,
      rest = 0,
      shift = 0;
    for (const character of text ?? "") {
      const value = digit.get(character);
      rest += (value & 31) * 2 ** shift;
      shift += 5;
      if (value & 32) continue;
      last += rest + 1;
      numbers.push(last);
      rest = 0;
      shift = 0;
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
  const both = (one, other) => {
    const set = new Set(other);
    return one.filter(number => set.has(number));
  };
  /* Texts that hold all that a reading looks for; those that hold what is no label above their clauses or in headings. */
  async function candidates(terms, filters) {
    const grams = kind => [...new Set(terms.filter(kind).flatMap(term => gramsOf(term.cut)))];
    const lists = (keys, where) => Promise.all(keys.map(key => postings(key, where)));
    const called = grams(term => !term.label);
    const [words, titles, headings] = await Promise.all([
      lists(grams(term => !term.title)),
      lists(called, "t:"),
      lists(called, "h:"),
    ]);
    const heading = await lists(
      grams(term => term.title),
      "t:",
    );
    const sought = [...words, ...heading].sort((a, b) => a.length - b.length);
    const all = sought.length ? sought.reduce(both) : [],
      within = lists => new Set(lists.length ? lists.reduce(both) : []);
    return {
      all,
      found: (await Promise.all(filters.map(chosen))).reduce(both, all),
      titled: within(titles),
      headed: within(headings),
    };
  }
  const WHOLE = 0,
    TITLE = 1,
    MARK = 2,
    HEADS = 3,
    HEADING = 4,
    CLAUSE = 5;
  /* The works that hold what is looked for, in order. ``texts`` of a work are what is looked through: those that have not
     ended, and the last ended one that bears the title or number that was typed, unless the first text bears it. */
  async function sought(reading, filters, old) {
    const made = await Promise.all(reading.map(terms => candidates(terms, filters)));
    const all = [...new Set(made.flatMap(one => one.all))].sort((a, b) => a - b),
      found = [...new Set(made.flatMap(one => one.found))].sort((a, b) => a - b);
    const titled = found.filter(n => made.some(one => one.titled.has(n))),
      headed = new Set(made.flatMap(one => [...one.headed]));
    const ranks = await ranked(reading, titled),
      first = await firsts(all),
      works = new Map();
    for (const n of found) {
      const number = first.get(n),
        work = works.get(number) ?? { number, rank: CLAUSE, current: [], ended: [], called: [] };
      const rank = ranks.get(n) ?? (headed.has(n) ? HEADING : CLAUSE);
      work.rank = Math.min(work.rank, rank);
      (n < manifest.current ? work.current : work.ended).push(n);
      if (rank <= MARK) work.called.push([rank, n]);
      works.set(number, work);
    }
    for (const work of works.values()) {
      const best = Math.min(...work.called.map(([rank]) => rank)),
        last = work.called.find(([rank]) => rank === best)?.[1];
      work.texts = old
        ? [...work.current, ...work.ended]
        : [...new Set([...work.current, ...(last === undefined ? [] : [last])])];
      work.at = work.texts[0] ?? work.ended[0];
    }
    const order = [...works.values()].sort((a, b) => a.rank - b.rank || a.at - b.at);
    return { all, first, works: order.filter(work => work.texts.length), ended: order.filter(work => !work.texts.length) };
  }
  /* How a text bears what was typed: as its whole title or its number, in its title, beside it, or only among issuers. */
  async function ranked(reading, titled) {
    const asked = [
      ...titled.filter(n => n < manifest.current).slice(0, MOST),
      ...titled.filter(n => n >= manifest.current).slice(0, MOST),
    ];
    const ranks = new Map(titled.map(n => [n, HEADS]));
    await Promise.all(asked.map(async n => ranks.set(n, bears(reading, await facts(n)))));
    return ranks;
  }
  const tight = text =>
    units(fold(text))
      .map(unit => unit.text)
      .join("");
  function bears(reading, [, title, mark, , , , , [cover]]) {
    const named = fold([title, cover].join("\n")),
      heads = fold([title, mark, cover].join("\n")),
      [titles, cut] = [units(named), units(heads)];
    let best = HEADS;
    for (const terms of reading) {
      const asked = terms.filter(term => !term.label),
        typed = asked.map(term => term.cut.join("")).join("");
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
  /* Statuses are those of the reader's day: those of the build, turned by what has come since. */
  const then = (status, turns) => turns.findLast(([first]) => first <= today)?.[1] ?? status;
  const told = (number, [address, title, mark, place, status, days, sample, others, held, standing, condition, own, all, sure]) => ({
    number,
    address,
    title,
    mark,
    place,
    days,
    sample,
    others,
    held,
    condition,
    sure,
    status: then(status, own),
    standing: then(standing, all),
  });
  async function verify(number, reading) {
    const [known, rows] = await Promise.all([facts(number), load(textName(number))]);
    const result = told(number, known),
      heads = [result.title, result.mark, ...result.others].filter(Boolean).join("\n");
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
    const seen = new Set(),
      loosely = new Set(),
      hits = [],
      loose = [];
    let above = new Set();
    for (const one of clauses) {
      const spans = [],
        parts = [];
      terms.forEach((term, n) => {
        if (term.title && one.anchor) return;
        const found = matches(term, one.folded, one.cut);
        if (found.length) {
          seen.add(n);
          spans.push(...found.map(span => [...span, n]));
          return;
        }
        const apart = term.exact || term.number || term.label ? [] : scattered(term, one.folded);
        if (apart.length) {
          loosely.add(n);
          parts.push(...apart.map(span => [...span, n]));
        }
      });
      const met = new Set(spans.map(span => span[2]));
      if (!one.anchor) above = met;
      const named = Math.max(
        ...terms.map(term => (term.label && one.names.includes(term.cut.join(" ")) ? 1 + (term.tight === one.tight) : 0)),
      );
      const fresh = [...met].filter(n => !above.has(n)).length;
      if (spans.length) hits.push({ ...one, spans, named, fresh, count: met.size });
      if (parts.length || spans.length)
        loose.push({ ...one, spans: [...spans, ...parts], named, fresh, count: parts.length + spans.length });
    }
    if (seen.size === terms.length) return { exact: true, hits };
    return terms.every((_, n) => seen.has(n) || loosely.has(n)) ? { exact: false, hits: loose } : null;
  }

  const rowsOf = number => load(textName(number));
  return { MOST, TITLE, both, chosen, facts, open, rowsOf, sought, told, verify };
};
