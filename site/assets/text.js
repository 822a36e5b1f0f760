/* Reading a text: the whole clause of an address, the way to an article by its number, and what a citation or a defined
   term means, beside it. Everything is shown that the page or a script beside the cited text holds: nothing is fetched. */
"use strict";
(() => {
  const page = document.querySelector(".y-version"), text = page?.querySelector(".y-text");
  if (!text) return;
  const make = (name, css, ...children) => {
    const element = document.createElement(name);
    if (css) element.className = css;
    element.append(...children);
    return element;
  };
  const hashOf = hash => { try { return decodeURIComponent(hash.slice(1)); } catch { return ""; } };
  const NARROW = "__";

  /* --- the address of a clause: all of it is marked, its items too; #art_6 finds chp_2__art_6 --- */

  /* The printed blocks of a clause: its own, and those of the clauses in it. */
  const blocksOf = path => [...text.querySelectorAll(".y-clause, .y-table, .y-heading")].filter(one => one.id === path || one.id.startsWith(path + NARROW));
  function light() {
    for (const one of text.querySelectorAll(".y-lit")) one.classList.remove("y-lit");
    const path = hashOf(location.hash);
    if (!path) return;
    if (!document.getElementById(path)) {
      const whole = text.querySelector(`[id$="${CSS.escape(NARROW + path)}"]`);
      if (whole) location.replace(`#${encodeURIComponent(whole.id)}`);
      return;
    }
    const own = document.getElementById(path), division = own.matches(".y-part, .y-chapter, .y-section, .y-annex, .y-cover");
    if (!division && text.contains(own)) for (const one of blocksOf(path)) one.classList.add("y-lit");
  }
  light();
  window.addEventListener("hashchange", light);

  /* --- to an article by its number, in any usual writing: 12, 十二, 第十二条, Article 12, 9a --- */

  const rail = page.querySelector(".y-rail"), jump = rail?.querySelector(".y-jump");
  const folded = words => words.normalize("NFKC").replace(/[\s、.．()（）]/gu, "").toLowerCase();
  function numbers() {
    const found = new Map();
    for (const sign of text.querySelectorAll(".y-perma[data-en]")) {
      const { zh: own, en: english } = sign.dataset, path = hashOf(sign.hash);
      for (const name of [own, english, english.split(" ").at(-1), own.replace(/^第|条/gu, "")]) {
        const key = folded(name);
        if (key && !found.has(key)) found.set(key, path);
      }
    }
    return found;
  }
  if (jump) {
    const answer = jump.querySelector("output");
    let known = null;
    jump.hidden = false;
    jump.addEventListener("submit", event => {
      event.preventDefault();
      known ||= numbers();
      const asked = jump.elements.n.value, path = known.get(folded(asked));
      answer.textContent = path ? "" : answer.dataset.none.replace("{n}", asked);
      if (path) { location.hash = encodeURIComponent(path); light(); }
    });
  }
  const aside = document.querySelector(".md-sidebar--secondary .md-sidebar__inner");
  if (rail && aside && matchMedia("(min-width: 76.25em)").matches) { aside.append(rail); rail.querySelector("details")?.setAttribute("open", ""); }

  /* --- what a citation cites, and what a defined term means --- */

  const pop = make("div", "y-pop"), body = make("div", "y-pop-body"), go = make("a", "y-pop-go");
  pop.id = "y-pop";
  pop.hidden = true;
  pop.setAttribute("role", "note");
  pop.append(body, go);
  page.append(pop);
  go.textContent = text.dataset.open;
  let owner = null, timer = 0;
  const SHOWN = 900;
  const TOOLS = ".y-perma, .y-fix, .y-margin, .y-tool, .y-clause-note";
  function close() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner?.removeAttribute("aria-expanded");
    owner = null;
    pop.hidden = true;
  }
  function place(at) {
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect(), frame = page.getBoundingClientRect();
    const width = Math.min(448, frame.width);
    pop.style.width = `${width}px`;
    pop.style.left = `${Math.max(0, Math.min(box.left - frame.left, frame.width - width))}px`;
    const below = box.bottom - frame.top + 4;
    const upward = box.bottom + pop.offsetHeight + 12 > innerHeight && box.top > pop.offsetHeight + 60;
    pop.style.top = `${upward ? box.top - frame.top - pop.offsetHeight - 4 : below}px`;
  }
  function show(at, head, lines, href, language) {
    close();
    owner = at;
    const said = lines.map(words => make("p", "", words));
    for (const line of said) line.lang = language;
    body.replaceChildren(make("p", "y-pop-head", head), ...said);
    go.href = href;
    pop.hidden = false;
    at.setAttribute("aria-describedby", "y-pop");
    place(at);
  }
  function shortened(lines) {
    const kept = [];
    let left = SHOWN;
    for (const line of lines) {
      if (left <= 0) { kept.push("……"); break; }
      kept.push(line.length > left ? `${line.slice(0, left)}……` : line);
      left -= line.length;
    }
    return kept;
  }
  function wordsOf(path) {
    const own = document.getElementById(path), inside = own && !own.matches(".y-clause, .y-heading, .y-table") ? [own] : blocksOf(path);
    return inside.map(one => {
      const copy = one.cloneNode(true);
      for (const tool of copy.querySelectorAll(TOOLS)) tool.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    });
  }

  /* The clauses of another text are a script beside its page. They are loaded one after the other: all call one name. */
  const files = new Map();
  let chain = Promise.resolve();
  function clausesOf(folder) {
    if (!files.has(folder)) {
      chain = chain.then(() => new Promise(done => {
        const script = document.createElement("script");
        self.yangeText = (_key, clauses) => files.set(folder, clauses);
        script.src = `${folder}clauses.js`;
        script.addEventListener("load", done);
        script.addEventListener("error", done);
        document.head.append(script);
      }));
    }
    return chain.then(() => files.get(folder));
  }
  async function cited(link) {
    const path = hashOf(link.hash), language = text.lang;
    if (link.getAttribute("href").startsWith("#")) return { head: link.textContent, lines: wordsOf(path), language };
    if (!("quoted" in link.dataset)) return null;
    const url = new URL(link.href), folder = url.origin === "null" || url.protocol === "file:" ? link.href.split("#")[0].replace(/index\.html$/, "") : url.origin + url.pathname;
    const clauses = await clausesOf(folder);
    const clause = clauses?.filter(([anchor]) => path === anchor || path.startsWith(anchor + NARROW)).sort((a, b) => b[0].length - a[0].length)[0];
    return clause && { head: `${link.textContent} · ${link.dataset.quoted}`, lines: `${clause[2].startsWith(clause[1]) ? "" : `${clause[1]}\u3000`}${clause[2]}`.split("\n"), language };
  }
  async function open(at) {
    if (owner === at) return;
    if (at.matches(".y-term")) { show(at, at.textContent, shortened(wordsOf(at.dataset.path)), `#${at.dataset.path}`, text.lang); return; }
    wanted = at;
    const found = await cited(at);
    if (found?.lines.length && wanted === at) show(at, found.head, shortened(found.lines), at.href, found.language);
  }
  let wanted = null;
  const meant = event => event.target.closest?.(".y-text a.y-cite, .y-text .y-term");
  const touch = matchMedia("(hover: none)").matches;
  if (!touch) {
    document.addEventListener("pointerover", event => {
      const at = meant(event);
      clearTimeout(timer);
      if (at) timer = setTimeout(() => open(at), 250);
      else if (owner && !pop.contains(event.target)) timer = setTimeout(close, 250);
      if (!at) wanted = null;
    });
  }
  page.addEventListener("focusin", event => {
    const at = meant(event);
    if (at && (at.matches(":focus-visible") || at.matches(".y-term"))) open(at);
    else if (owner && !pop.contains(event.target) && event.target !== owner) close();
  });
  /* A finger asks first and follows with the link in the box; a key or a mouse follows a citation at once. */
  page.addEventListener("click", event => {
    const at = meant(event);
    if (at?.matches(".y-term")) { event.preventDefault(); open(at); return; }
    if (at && touch && owner !== at && (at.hash && (at.getAttribute("href").startsWith("#") || "quoted" in at.dataset))) { event.preventDefault(); open(at); return; }
    if (owner && !pop.contains(event.target)) close();
    if (pop.contains(event.target) && event.target === go) setTimeout(close);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && owner) { const at = owner; close(); at.focus(); wanted = null; }
    else if ((event.key === "Enter" || event.key === " ") && event.target.matches?.(".y-term")) { event.preventDefault(); open(event.target); }
  });

  /* Terms: where each is first used in a clause, outside of its own definition. */
  const terms = JSON.parse(text.dataset.terms || "[]").sort((a, b) => b[0].length - a[0].length);
  const outside = (node, path) => { const id = node.parentElement.closest(".y-clause")?.id ?? ""; return id !== path && !id.startsWith(path + NARROW) && !path.startsWith(id + NARROW); };
  if (terms.length) {
    const used = new Set();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) if (walker.currentNode.parentElement.matches(".y-words > p")) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const clause = node.parentElement.closest(".y-clause").id.split("__para_")[0].split("__item_")[0], found = [];
      for (const [term, path] of terms) {
        const at = node.data.indexOf(term), end = at + term.length;
        if (at < 0 || used.has(`${clause}\n${term}`) || !outside(node, path) || found.some(one => at < one.end && one.at < end)) continue;
        used.add(`${clause}\n${term}`);
        found.push({ at, end, path });
      }
      found.sort((a, b) => b.at - a.at);
      for (const { at, end, path } of found) {
        const rest = node.splitText(at), mark = make("span", "y-term");
        rest.splitText(end - at);
        mark.tabIndex = 0;
        mark.setAttribute("role", "button");
        mark.dataset.path = path;
        rest.replaceWith(mark);
        mark.append(rest);
      }
    }
  }
})();
