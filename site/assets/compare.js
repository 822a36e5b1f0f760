/* Comparisons: from change to change with n and p, everything or only what changed, and the choice of two texts. */
"use strict";
(() => {
  const bar = document.querySelector(".y-panel");
  if (bar) {
    const all = bar.querySelector(".y-all"), steps = bar.querySelector(".y-steps"), place = steps.querySelector("output");
    all.hidden = false;
    steps.hidden = false;
    const changes = () => [...document.querySelectorAll(".y-changes > [class*=y-op-]")].filter(one => one.offsetParent && !one.closest("details:not([open])"));
    let here = null;
    const tell = () => {
      const list = changes(), at = list.indexOf(here);
      place.textContent = (at < 0 ? place.dataset.all : place.dataset.words).replace("{at}", at + 1).replace("{of}", list.length);
    };
    const step = by => {
      const list = changes();
      if (!list.length) return;
      const at = list.indexOf(here), top = bar.getBoundingClientRect().bottom;
      let next = at + by;
      if (at < 0) {
        next = list.findIndex(one => one.getBoundingClientRect().top >= top - 1);
        if (next < 0) next = list.length - 1;
        if (by < 0) next -= 1;
      }
      here?.removeAttribute("aria-current");
      here = list[Math.max(0, Math.min(list.length - 1, next))];
      here.setAttribute("aria-current", "true");
      here.tabIndex = -1;
      here.focus({ preventScroll: true });
      here.scrollIntoView({ block: "start" });
      tell();
    };
    bar.addEventListener("click", event => {
      const button = event.target.closest("[data-step]");
      if (button) step(+button.dataset.step);
    });
    bar.addEventListener("change", () => {
      const open = bar.querySelector("#scope-all").checked;
      for (const run of document.querySelectorAll("#changes ~ details.y-unchanged")) run.open = open;
      tell();
    });
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select")) return;
      if (event.key === "n" || event.key === "p") { event.preventDefault(); step(event.key === "n" ? 1 : -1); }
    });
    tell();
  }
  const picker = document.querySelector(".y-picker");
  if (picker) {
    const answer = picker.querySelector("output"), links = [...picker.parentElement.querySelectorAll("a[data-old]")];
    picker.hidden = false;
    picker.addEventListener("submit", event => {
      event.preventDefault();
      const old = picker.elements.old.value, young = picker.elements.new.value, any = picker.querySelector(".y-any");
      const link = links.find(one => one.dataset.old === old && one.dataset.new === young)
        || links.find(one => one.dataset.old === young && one.dataset.new === old);
      if (old === young) answer.textContent = picker.dataset.same;
      else if (link) link.click();
      else { any.search = `?old=${encodeURIComponent(old)}&new=${encodeURIComponent(young)}`; any.click(); }
    });
  }
})();
/* A change to quote: as a drafter's sentence with both citations, and as Markdown; and where the reader is in the list. */
(() => {
  const box = document.querySelector(".y-quoting");
  if (!box) return;
  const frames = box.dataset, WORDS = "\ufffc";
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const inner = words => words.replace(/“/g, "‘").replace(/”/g, "’");
  const wordsOf = (element, pick = () => true) => {
    const copy = element.cloneNode(true);
    for (const note of copy.querySelectorAll(".y-else")) note.remove();
    for (const mark of copy.querySelectorAll("ins, del")) if (!pick(mark)) mark.remove();
    return copy.textContent.trim();
  };
  const all = (row, css) => [...row.querySelectorAll(css)];
  /* The words of the new clauses, each once. */
  function newWords(row) {
    const parts = all(row, ".y-new-stack .y-diff, .y-only-new, .y-pair > .y-new");
    return (parts.length ? parts : all(row, ".y-diff")).map(one => wordsOf(one, mark => mark.localName === "ins")).join("\n");
  }
  function sentence(row) {
    const { draft, was, now } = row.dataset, old = was === undefined ? "" : frames.old + was, young = now === undefined ? "" : frames.new + now;
    const said = draft.replace(WORDS, () => inner(newWords(row)));
    return fill(frames[old && young ? "cited" : old ? "citedOld" : "citedNew"], { sentence: said, old, new: young });
  }
  const escaped = words => words.replace(/[\\`*_[\]<>#~]/g, "\\$&");
  function marked(element) {
    return [...element.childNodes].map(node => {
      if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
      const words = escaped(wordsOf(node));
      return !words ? "" : node.localName === "ins" ? `**${words}**` : node.localName === "del" ? `~~${words}~~` : words;
    }).join("");
  }
  function markdown(row) {
    const parts = all(row, ".y-stacked .y-diff, .y-only-old, .y-only-new, .y-both");
    const quoted = (parts.length ? parts : all(row, ".y-diff")).map(one => marked(one).split("\n").map(line => `> ${line}`.trimEnd()).join("\n>\n")).join("\n>\n");
    const links = all(row, ".y-labels a").map(link => `[${escaped(link.textContent.trim())}](${link.href})`);
    const here = new URL(location.href);
    here.hash = row.id;
    return [row.dataset.draft ? escaped(sentence(row)) : "", quoted, `${links.join(" → ")} · <${here.href}>`].filter(Boolean).join("\n\n");
  }
  /* What copies a change is made when the change comes near the screen: a law of 300 articles has 500 such buttons. */
  function offer(row) {
    const place = row.querySelector(":scope > .y-takes");
    if (!place || place.querySelector("button")) return;
    for (const [name, words] of [["sentence", row.dataset.draft && frames.copy], ["markdown", "Markdown"]]) {
      if (!words) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.take = name;
      button.textContent = words;
      place.append(button);
    }
  }
  const rows = [...box.querySelectorAll(".y-change[data-draft]")];
  if (rows.length > 150) {
    const near = new IntersectionObserver(seen => { for (const one of seen) if (one.isIntersecting) { offer(one.target); near.unobserve(one.target); } }, { rootMargin: "600px" });
    for (const row of rows) near.observe(row);
  } else rows.forEach(offer);
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-take]"), row = button?.closest(".y-change");
    if (!row) return;
    const words = button.dataset.take === "markdown" ? markdown(row) : sentence(row);
    try { await navigator.clipboard.writeText(words); } catch {
      const field = document.createElement("textarea");
      field.value = words;
      row.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    const said = button.textContent;
    button.textContent = frames.copied;
    setTimeout(() => { button.textContent = said; }, 2000);
  });

  /* #art_6 finds the change of chp_2__art_6. */
  const find = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    const row = id && !document.getElementById(id) && document.querySelector(`.y-change[id$="${CSS.escape(`__${id}`)}"], .y-change [id$="${CSS.escape(`__${id}`)}"]`);
    if (row) location.replace(`#${encodeURIComponent(row.id)}`);
  };
  find();
  window.addEventListener("hashchange", find);

  /* The list of changes follows the reader. */
  const rail = document.querySelector(".y-change-rail"), entries = rail ? [...rail.querySelectorAll("a")].map(link => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]) : [];
  let waiting = false;
  const follow = () => {
    waiting = false;
    const top = (document.querySelector(".y-panel")?.getBoundingClientRect().bottom ?? 0) + 24;
    let here = null;
    for (const [link, row] of entries) if (row?.offsetParent && row.getBoundingClientRect().top <= top) here = link;
    for (const [link] of entries) if (link === here) link.setAttribute("aria-current", "location"); else link.removeAttribute("aria-current");
    if (here && rail.scrollHeight > rail.clientHeight) {
      const at = here.offsetTop - rail.clientHeight / 2;
      rail.scrollTop = at;
    }
  };
  if (entries.length) {
    window.addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
    follow();
  }
})();
