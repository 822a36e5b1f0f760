/* The search: a run from the query to what is shown. Its words, its index and its results are in search_words.js,
   search_index.js and search_results.js. The order is title, number, heading, clause; in force before ended, newer before
   older; a title, a number and a citation find what has ended too. No fetch, no eval, no innerHTML. */
"use strict";
(() => {
  const form = document.querySelector(".y-search-form");
  if (!form) return;
  const root = form.dataset.root,
    pages = form.dataset.pages,
    words = JSON.parse(form.dataset.words);
  const said = document.querySelector(".y-search-said");
  const jump = document.querySelector(".y-search-jump");
  const list = document.querySelector(".y-search-results");
  const foot = document.querySelector(".y-search-foot");
  const PAGE = 10;
  const local = location.protocol === "file:";
  const today = () => {
    const { built, zone } = form.closest(".y-page").dataset;
    if (!zone) return "";
    try {
      const now = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
      return now > built ? now : "";
    } catch {
      return "";
    }
  };
  const say = (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const { clause, paragraph, parse, readings, written } = self.yangeSearchWords;
  const { MOST, TITLE, both, chosen, facts, open: opened, rowsOf, sought, told, verify } = self.yangeSearchIndex(root, today());
  const { apart, badge, daysOf, link, make, shown, snippet } = self.yangeSearchResults(pages, say);
  let manifest = null;

  /* Where a citation was typed: the clause it names, before all else; Enter opens it. */
  function leap(works, reading, query) {
    jump.replaceChildren();
    const cited = reading.find(
      terms => terms.some(term => term.label) && terms.some(term => term.title || term.number || !term.label),
    );
    const work = cited && works.find(work => work.rank <= TITLE),
      found = work?.results.flatMap(result => result.hits.filter(hit => hit.named).map(hit => ({ result, hit })));
    const best = found?.sort((a, b) => a.result.number - b.result.number || b.hit.named - a.hit.named)[0];
    if (work && !best)
      jump.append(say("search.no-clause", { title: work.first.title, clause: cited.findLast(term => term.label).raw }));
    if (!best) return null;
    const { result, hit } = best,
      part = hit.part ?? hit;
    const open = make("a", { class: "y-name", href: link(result, part) }, result.title, " ", part.called);
    jump.append(
      make("div", {}, open, " ", badge(result.status), " ", make("kbd", {}, say("search.enter"))),
      make("div", { class: "y-meta" }, ...apart(daysOf(result))),
      snippet(part),
    );
    return { href: open.href, query };
  }

  /* --- how many works each choice would leave; in a large archive only when a reader turns to the choices --- */
  const LARGE = 5000,
    choices = form.querySelector(".y-search-filters"),
    selects = [...choices.querySelectorAll("select")];
  const plain = new Map(selects.flatMap(select => [...select.options]).map(option => [option, option.textContent]));
  let turned = false,
    tally = () => {};
  const unmark = () =>
    plain.forEach((text, option) => {
      option.textContent = text;
    });
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
    choices.addEventListener(event, () => {
      if (!turned) {
        turned = true;
        tally();
      }
    });

  /* --- a run --- */
  let turn = 0,
    leaps = null;
  function state() {
    const data = new FormData(form);
    const filters = ["place", "kind", "status", "year"].map(name => [name, data.get(name)]).filter(([, value]) => value);
    return { query: (data.get("q") ?? "").trim(), filters, old: data.get("old") === "1" };
  }
  const ENDED_STATUS = status =>
    status && !["in-force", "not-yet-in-force", "suspended", "letter", "unknown", "draft"].includes(status);
  async function run() {
    if (ENDED_STATUS(form.elements.status.value)) form.elements.old.checked = true;
    const mine = ++turn,
      asked = state();
    remember(asked);
    list.replaceChildren();
    foot.replaceChildren();
    jump.replaceChildren();
    leaps = null;
    tally = () => {};
    unmark();
    if (!asked.query) {
      said.textContent = "";
      return;
    }
    said.textContent = say("search.working");
    try {
      manifest ??= await opened();
      let reading = readings(asked.query);
      if (!reading.length) {
        said.textContent = say("search.empty");
        return;
      }
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
    const first = told(work.number, await facts(work.number)),
      byLabel = reading.some(terms => terms.some(term => term.label));
    const check = async numbers => {
      numbers.forEach(number => refused.add(number));
      const found = (await Promise.all(numbers.map(number => verify(number, reading)))).filter(Boolean);
      found.filter(one => one.exact).forEach(one => refused.delete(one.number));
      return found;
    };
    let results = await check(work.texts),
      exact = results.filter(one => one.exact);
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
    let { works, ended } = found,
      at = 0,
      exact = 0,
      only = false;
    const loose = [],
      byLabel = reading.some(terms => terms.some(term => term.label)),
      wanted = paragraph(asked.query);
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
      let tried = 0,
        added = 0;
      while ((at < works.length || further()) && added < PAGE && tried < MOST) {
        const some = works.slice(at, at + PAGE - added),
          start = at === 0;
        at += some.length;
        tried += some.length;
        const seen = (await Promise.all(some.map(work => look(work, reading, refused, found.called)))).filter(Boolean);
        if (mine !== turn) return;
        for (const work of seen) {
          if (work.exact) {
            list.append(shown(work));
            exact += 1;
            added += 1;
          } else if (loose.length < PAGE && loose.every(other => other.first.number !== work.first.number)) {
            loose.push(work);
            work.results.forEach(one => refused.delete(one.number));
          }
        }
        if (start) {
          await parts(seen, wanted);
          leaps = leap(
            seen.filter(work => work.exact),
            reading,
            asked.query,
          );
        }
        if (exact) loose.forEach(work => work.results.forEach(one => refused.add(one.number)));
      }
      const done = at >= works.length,
        apart = done && !exact && loose.length > 0;
      if (apart) list.append(...loose.map(shown));
      const none = `search.${apart ? "loose" : "none"}${ended.length ? ".current" : ""}`;
      said.textContent = !done
        ? say("search.most", { count: exact + works.length - at })
        : exact
          ? say(only ? "search.count.ended" : "search.count", { count: exact })
          : say(none);
      foot.replaceChildren();
      if (!done) foot.append(button("search.next", {}, step));
      const behind =
        ended.length + (asked.old || only ? 0 : works.filter(work => work.ended.some(n => !work.texts.includes(n))).length);
      if (behind)
        foot.append(
          " ",
          button("search.ended", { count: behind }, () => {
            form.elements.old.checked = true;
            return run();
          }),
        );
      await tally();
    };
    await step();
  }
  /* Of the clauses that a citation names, the paragraph that it names too. */
  async function parts(works, wanted) {
    for (const result of wanted ? works.flatMap(work => work.results) : []) {
      const rows = await rowsOf(result.number);
      for (const hit of result.hits.filter(hit => hit.named)) {
        const row = rows.find(([anchor]) => anchor === `${hit.anchor}__para_${wanted}`);
        if (row) hit.part = { ...clause(row), spans: [], called: `${hit.called}第${written(String(wanted))}款` };
      }
    }
  }
  function button(key, values, action) {
    const made = make("button", { type: "button", class: "y-more" }, say(key, values));
    made.addEventListener("click", () => {
      made.disabled = true;
      action();
    });
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
    if (leaps && state().query === leaps.query) location.assign(leaps.href);
    else run();
  });
  form.addEventListener("change", ({ target }) => {
    const { old, status } = form.elements;
    if (target === old && !old.checked && ENDED_STATUS(status.value)) status.value = "";
    if (target.name !== "q") run();
  });
  if (asked.get("q")) run();
  else form.elements.q.focus();
})();
