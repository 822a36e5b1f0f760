/* What the search shows: a work with its texts and clauses, marks where words were found, links that mark them there. */
"use strict";
self.yangeSearchResults = (pages, say) => {
  const { ANY_HAN } = self.yangeSearchWords;
  const SNIPPET = 60,
    CLAUSES = 3;
  const local = location.protocol === "file:";

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
      if (last && at <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([at, end]);
    }
    return found;
  }
  /* Where the marks stand in the words alone. */
  const inWords = hit =>
    merged(hit.spans)
      .map(([at, end]) => [Math.max(0, at - hit.start), end - hit.start])
      .filter(([, end]) => end > 0);
  const touches = (hit, from, to) => hit.spans.some(([at, end]) => at < to && end > from);
  function snippet(hit) {
    const spans = inWords(hit),
      made = make("span", { class: "y-snippet" }),
      [[head, tail]] = spans.length ? spans : [[0, 0]];
    const first = Math.max(0, head - SNIPPET / 2),
      last = Math.min(hit.text.length, Math.max(tail + SNIPPET, first + 2 * SNIPPET));
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
    const parts = [
      [hit.above, 0, hit.above.length],
      [hit.label.trim(), hit.above.length, hit.start],
    ].filter(([words]) => words);
    return parts.map(([words, from, to]) => (touches(hit, from, to) ? make("mark", {}, words) : words));
  }
  function marksOf(hit) {
    const words = inWords(hit).flatMap(([at, end]) => hit.text.slice(at, end).split(/ · |\n/));
    const label = hit.label && touches(hit, hit.above.length, hit.start) ? [hit.label.trim()] : [];
    return [...new Set([...label, ...words])].slice(0, 12);
  }
  const path = address => address.split("/").map(encodeURIComponent).join("/") + (local ? "index.html" : "");
  function link(result, hit) {
    const marks = hit
      ? marksOf(hit)
          .map(mark => `mark=${encodeURIComponent(mark)}`)
          .join("&")
      : "";
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
  const badge = (status, sure = true) =>
    make("span", { class: `y-badge y-${status} y-is-${sure ? "sure" : "unsure"}` }, say(`status.${status}`));
  const conditionOf = ({ condition }) =>
    condition ? [make("span", { class: "y-badge y-condition" }, say(`condition.${condition}.short`))] : [];
  function hitsOf(result, most) {
    const clauses = result.hits.filter(hit => hit.anchor).sort(better),
      found = make("ul", { class: "y-hits" });
    const add = hit => found.append(make("li", {}, make("a", { href: link(result, hit) }, ...name(hit)), " ", snippet(hit)));
    clauses.slice(0, most).forEach(add);
    if (clauses.length > most) {
      const more = make("button", { type: "button", class: "y-more" }, say("search.clauses", { count: clauses.length - most }));
      more.addEventListener("click", () => {
        more.parentElement.remove();
        clauses.slice(most).forEach(add);
      });
      found.append(make("li", {}, more));
    }
    return clauses.length ? [found] : [];
  }
  const headOf = result => result.hits.find(hit => !hit.anchor);
  const address = result => link(result, result.hits ? headOf(result) : null);
  /* A work: its title, status and number as its first text has them, what was found in that text, and in others. */
  function shown({ first, results }) {
    const own = results.find(result => result.number === first.number),
      others = results.filter(result => result !== own);
    const top = { ...first, ...own },
      badges = [badge(first.standing, first.sure)];
    if (first.sample) badges.push(make("span", { class: "y-badge y-sample-badge" }, say("sample.short")));
    badges.push(...conditionOf(top));
    if (!first.held) badges.push(make("span", { class: "y-badge y-catalogue" }, say("catalogue-only.short")));
    const policy = make(
      "a",
      { class: "y-work-policy", href: pages + path(first.address.replace(/[^/]*\/$/, "")) },
      say("search.policy"),
    );
    const item = make(
      "li",
      { class: "y-result" },
      make("div", { class: "y-version-head" }, named(top), ...badges.flatMap(badge => [" ", badge])),
      make("div", { class: "y-meta" }, ...apart([first.mark, first.place, ...daysOf(first), policy])),
      ...(own ? hitsOf(own, CLAUSES) : []),
    );
    if (others.length) {
      const texts = make(
        "details",
        { class: "y-other-texts" },
        make("summary", {}, say("search.texts", { count: others.length })),
        ...others.map(result => text(result, first)),
      );
      texts.open = !own?.hits.some(hit => hit.anchor);
      item.append(texts);
    }
    return item;
  }
  function text(result, first) {
    const words = daysOf(result).length ? daysOf(result) : [result.mark || say("interval.none")];
    const made = make("a", { class: "y-text-of", href: address(result) }, ...apart(words));
    const more = [
      result.title === first.title ? "" : result.title,
      result.mark === first.mark || !daysOf(result).length ? "" : result.mark,
    ];
    return make(
      "div",
      { class: "y-other-text" },
      made,
      " ",
      badge(result.status),
      " ",
      ...conditionOf(result),
      " ",
      make("span", { class: "y-meta" }, ...apart(more)),
      ...hitsOf(result, CLAUSES - 1),
    );
  }

  return { address, apart, badge, daysOf, link, make, shown, snippet };
};
