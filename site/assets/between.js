/* What changed in the archive between two days: worked out here from the files below data/days, which are scripts so that
   they load from any place. The table of outcomes is the page's; the query string is the question. */
"use strict";
(() => {
  const page = document.querySelector(".y-between");
  if (!page) return;
  const { folder, root, count, on } = page.dataset, words = JSON.parse(page.dataset.words), table = JSON.parse(page.dataset.table);
  const form = page.querySelector(".y-ask"), told = page.querySelector(".y-told"), box = page.querySelector(".y-between-answer"), list = box.querySelector(".y-between-list");
  const AT_ONCE = 100, FILTERS = ["place", "kind", "issuer"], tongues = { zh: "zh-Hans", en: "en" };
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const make = (name, css, ...children) => {
    const element = document.createElement(name);
    if (css) element.className = css;
    element.append(...children);
    return element;
  };
  const link = (address, ...children) => { const made = make("a", "", ...children); made.href = address; return made; };
  const load = () => yangeParts(folder, count);

  /* A policy as an object; its texts are law by turns. */
  function policies() {
    const found = [];
    for (const part of self.yangeDays || []) for (const [id, title, place, tongue, sample, turns, bare, kind, issuers, held, choosing] of part.policies)
      found.push({ id, title, place: part.places[place], tongue, sample, bare, kind: part.kinds[kind] ?? "", issuer: issuers.map(n => part.issuers[n]), held, choosing,
        turns: turns.map(([first, status, key, out, by]) => ({ first, status: table.statuses[status], law: table.laws[status], key, out: out || [], by: by || null })) });
    return found;
  }
  const at = (policy, day) => policy.turns.reduce((last, turn) => (turn.first <= day ? turn : last), null) || { first: "", status: "", law: "none", key: "", out: [], by: null };
  const isLaw = turn => turn.law === "law" || turn.law === "suspended";
  const same = (a, b) => a.law === b.law && (!isLaw(a) || (a.key === b.key && a.out.join("\n") === b.out.join("\n")));
  const during = (policy, since, until) => policy.turns.filter(turn => turn.first > since && turn.first < until);

  function outcome(policy, since, until) {
    const before = at(policy, since), after = at(policy, until), found = table.outcomes[`${before.law} ${after.law}`];
    if ((found === "unchanged" || found === "resumed") && before.key !== after.key) return "amended";
    if (found === "unchanged" && before.out.join("\n") !== after.out.join("\n")) return "clauses";
    if ((found === "unchanged" || found === "absent") && during(policy, since, until).some(turn => turn.law !== "unknown" && !same(turn, before))) return "passing";
    return found;
  }

  /* --- showing --- */
  const path = id => id.split("/").map(encodeURIComponent).join("/");
  const day = key => (key === "undated" ? words["version.undated"] : key.replace(/^v/, ""));
  const text = (policy, key) => (key ? link(`${root}${path(policy.id)}/${encodeURIComponent(key)}/`, day(key)) : words["version.undated"]);
  function compared(policy, one, other) {
    const [old, young] = [one, other].map(key => policy.held.indexOf(key)).sort((a, b) => a - b).map(n => policy.held[n]);
    if (!old || !young || old === young) return null;
    const base = `${root}${path(policy.id)}/`;
    return link(policy.choosing ? `${base}compare/?old=${encodeURIComponent(old)}&new=${encodeURIComponent(young)}` : `${base}${encodeURIComponent(young)}/compare/${encodeURIComponent(old)}/`, words["picker.go"]);
  }
  /* The first day from which the law has been as it is on a day. */
  function start(policy, day, holds) {
    let first = "";
    for (const turn of policy.turns) { if (turn.first > day) break; if (!holds(turn)) first = ""; else if (!first) first = turn.first; }
    return first;
  }
  /* The texts that were law after the first day, the last one last; and such texts as links. */
  const texts = (policy, since, until, last) => [...during(policy, since, until).filter(isLaw).map(turn => turn.key), last].filter((key, n, all) => key !== all[n - 1]);
  const chain = (policy, keys) => keys.filter((key, n) => key !== keys[n - 1]).flatMap((key, n) => (n ? [" → ", text(policy, key)] : [text(policy, key)]));
  const from = first => (first ? [" ", say("between.from", { day: first })] : []);
  const names = turn => (turn.out.length ? say("between.out", { clauses: turn.out.join(words["joint.list"]) }) : words["between.all-in"]);
  const stated = turn => (turn.status ? words[`status.${turn.status}`] : "–");
  const DETAILS = {
    began(policy, since, until, before, after) {
      const keys = texts(policy, since, until, after.key), first = start(policy, until, isLaw), said = say("between.from", { day: first });
      if (keys.length === 1 && day(after.key) === first) return [link(`${root}${path(policy.id)}/${encodeURIComponent(after.key)}/`, said)];
      return [said, " · ", ...chain(policy, keys)];
    },
    amended(policy, since, until, before, after) {
      const made = chain(policy, [before.key, ...texts(policy, since, until, after.key)]), compare = compared(policy, before.key, after.key);
      return compare ? [...made, " · ", compare] : made;
    },
    clauses: (policy, since, until, before, after) => [names(before), " → ", names(after)],
    suspended: (policy, since, until) => [words["status.suspended"], ...from(start(policy, until, turn => turn.law === "suspended"))],
    resumed: (policy, since, until) => [words["status.in-force"], ...from(start(policy, until, turn => turn.law === "law"))],
    ended(policy, since, until, before, after, titles) {
      const by = after.by, made = [stated(after), ...from(start(policy, until, turn => !isLaw(turn)))];
      if (!by) return made;
      const [id, key, page] = by, [start_, end] = words["between.by"].split("{title}"), title = link(`${root}${path(id)}/${encodeURIComponent(key)}/`, titles.get(id)?.title ?? id);
      made.push(" · ", start_, title, end);
      if (page) made.push(" · ", link(`${root}${path(id)}/${encodeURIComponent(key)}/compare/${path(policy.id)}/${encodeURIComponent(after.key)}/`, words["picker.go"]));
      return made;
    },
    passing: (policy, since, until) => during(policy, since, until).flatMap((turn, n) => [n ? " → " : "", `${turn.first} ${stated(turn)}`, ...(turn.out.length ? [` (${names(turn)})`] : [])]),
    unknown: (policy, since, until, before, after) => [`${since} ${stated(before)} → ${until} ${stated(after)}`],
  };

  function row({ policy, outcome, before, after }, asked, titles) {
    const item = make("li"), name = link(`${root}${path(policy.id)}/?on=${asked.until}`, policy.title);
    name.className = "y-name";
    name.lang = tongues[policy.tongue] || policy.tongue;
    item.append(name);
    if (policy.sample) item.append(" ", make("span", "y-badge y-sample-badge", words["sample.short"]));
    if (policy.bare) item.append(" ", make("span", "y-badge y-catalogue", words["catalogue-only.short"]));
    const meta = make("span", "y-meta", ...DETAILS[outcome](policy, asked.since, asked.until, before, after, titles));
    if (!asked.place) {
      const place = make("span", "", policy.place);
      if (/\p{Script=Han}/u.test(policy.place) && !document.documentElement.lang.startsWith("zh")) place.lang = tongues.zh;
      meta.append(" · ", place);
    }
    item.append(meta);
    return item;
  }
  function section(name, found, asked, titles) {
    const folded = name === "unknown", made = make(folded ? "details" : "section", folded ? "y-map" : ""), items = make("ul", "y-list");
    made.append(make(folded ? "summary" : "h2", "", words[`between.${name}`], " ", make("small", "", String(found.length))), items);
    made.id = name;
    let shown = 0;
    const more = () => {
      made.querySelector("button")?.remove();
      items.append(...found.slice(shown, shown + AT_ONCE).map(one => row(one, asked, titles)));
      shown += AT_ONCE;
      if (shown >= found.length) return;
      const button = make("button", "", say("day.more", { count: found.length - shown }));
      button.type = "button";
      button.addEventListener("click", more);
      made.append(button);
    };
    more();
    return made;
  }

  /* --- the table to take along --- */
  const cell = value => { const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value; return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe; };
  function csv(found, asked) {
    const rows = found.map(({ policy, outcome, before, after }) => [outcome, policy.id, policy.title, policy.place, policy.kind, policy.issuer.join("、"), stated(before), before.key, stated(after), after.key, policy.sample ? "true" : "false"]);
    const head = ["outcome", "policy", "title", "place", "kind", "issuer", asked.since, "version_before", asked.until, "version_after", "sample"];
    const made = link(URL.createObjectURL(new Blob(["\ufeff", [head, ...rows].map(one => one.map(cell).join(",")).join("\r\n"), "\r\n"], { type: "text/csv" })), words["between.csv"]);
    made.download = `changes_${asked.since}_${asked.until}.csv`;
    return made;
  }

  function show(asked, all) {
    const titles = new Map(all.map(policy => [policy.id, policy])), counts = {}, found = [];
    for (const policy of all) {
      if (FILTERS.some(name => asked[name] && ![policy[name]].flat().includes(asked[name]))) continue;
      const said = outcome(policy, asked.since, asked.until);
      counts[said] = (counts[said] || 0) + 1;
      if (table.order.includes(said)) found.push({ policy, outcome: said, before: at(policy, asked.since), after: at(policy, asked.until) });
    }
    found.sort((a, b) => table.order.indexOf(a.outcome) - table.order.indexOf(b.outcome));
    const by = table.order.map(name => [name, found.filter(one => one.outcome === name)]).filter(one => one[1].length);
    page.dataset.counts = JSON.stringify(counts);
    told.textContent = say("between.told", { ...asked, count: found.filter(one => one.outcome !== "unknown").length });
    box.querySelector(".y-stats").replaceChildren(...by.map(([name, some]) => make("li", "", link(`#${name}`, words[`between.${name}`]), " ", make("strong", "", String(some.length)))),
      ...(counts.unchanged ? [make("li", "y-meta", say("between.unchanged", { count: counts.unchanged }))] : []));
    box.querySelector(".y-tools").replaceChildren(...(found.length ? [csv(found, asked)] : []));
    list.replaceChildren(...by.map(([name, some]) => section(name, some, asked, titles)));
    box.hidden = false;
  }
  function choices(all, asked) {
    for (const name of FILTERS) {
      const values = new Map();
      for (const policy of all) for (const value of [policy[name]].flat()) if (value) values.set(value, (values.get(value) || 0) + 1);
      const select = form.elements[name];
      for (const [value, count] of [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) select.append(new Option(`${value} (${count})`, value));
      if (asked[name] && !values.has(asked[name])) return asked[name];
      select.value = asked[name];
    }
    return null;
  }

  async function answer() {
    const query = new URLSearchParams(location.search), asked = Object.fromEntries(["since", "until", ...FILTERS].map(name => [name, query.get(name) || ""]));
    form.hidden = false;
    form.elements.since.value = asked.since;
    form.elements.until.value = asked.until || on;
    told.textContent = words["day.waiting"];
    try { await load(); } catch { told.textContent = words["day.failed"]; return; }
    const all = policies(), unknown = choices(all, asked);
    told.textContent = "";
    if (!asked.since && !asked.until) return;
    asked.until ||= on;
    for (const name of ["since", "until"]) if (!form.elements[name].value) { told.textContent = say("day.wrong", { day: asked[name], example: on }); return; }
    if (asked.until <= asked.since) { told.textContent = words["between.order"]; return; }
    if (unknown !== null) { told.textContent = say("between.none", { name: unknown }); return; }
    show(asked, all);
    unfold();
  }
  function unfold() {
    const asked = location.hash.length > 1 && list.querySelector(`:scope > [id="${CSS.escape(location.hash.slice(1))}"]`);
    if (!asked) return;
    asked.open = true;
    asked.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  form.addEventListener("submit", () => { for (const name of FILTERS) form.elements[name].disabled = !form.elements[name].value; });
  window.addEventListener("pageshow", () => { for (const name of FILTERS) form.elements[name].disabled = false; });
  answer();
})();
