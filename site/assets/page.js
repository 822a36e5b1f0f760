/* What pages of policies, texts and comparisons can do where scripts run. All of it can be read without. */
"use strict";
(() => {
  const page = document.querySelector(".y-page");
  if (!page) return;
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  /* A day in any usual writing (2019-06-01, 2019/6/1, 20190601, 2019年6月1日) as YYYY-MM-DD; empty where it is none. */
  const dayOf = text => {
    const found = /^(\d{4})(?:[-\/.年](\d{1,2})[-\/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text.replace(/\s/g, ""));
    if (!found) return "";
    const [year, month, date] = [found[1], found[2] || found[4], found[3] || found[5]].map(Number);
    const day = new Date(Date.UTC(2000, month - 1, date));
    day.setUTCFullYear(year, month - 1, date);
    const right = year > 0 && day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
    return right ? day.toISOString().slice(0, 10) : "";
  };
  const today = zone => {
    try { return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date()); } catch { return ""; }
  };

  /* --- the reader's day: pages built earlier tell how things stand now --- */

  function turnOf(list, day) {
    let last = null;
    for (const turn of list.children) if (!turn.dataset.from || turn.dataset.from <= day) last = turn;
    return last;
  }

  function show(box, turn) {
    box.classList.remove(`y-${box.dataset.status}`);
    box.dataset.status = turn.dataset.status;
    box.classList.add(`y-${turn.dataset.status}`);
    const says = box.querySelector(".y-says");
    if (says) says.textContent = "short" in says.dataset ? turn.dataset.word : turn.textContent;
  }

  function tell(day, made) {
    for (const told of page.querySelectorAll(".y-day-told")) {
      told.textContent = fill(told.dataset.now, { day }) + ((made && told.dataset.built) || "");
    }
    for (const next of page.querySelectorAll(".y-next")) next.hidden = !made || next.dataset.from <= day;
  }

  const now = page.dataset.zone ? today(page.dataset.zone) : "";
  /* Rows that another page brings in are told by an event of their own (lists.js). */
  function turned(where) {
    for (const list of where.querySelectorAll(".y-turns")) {
      const turn = turnOf(list, now), box = list.closest("[data-status]");
      if (!turn || !box || !turn.dataset.from || turn.dataset.from <= page.dataset.built) continue;
      show(box, turn);
      const main = box.classList.contains("y-standing");
      for (const banner of main ? page.querySelectorAll(".y-banner") : []) {
        banner.hidden = turn.dataset.law === "1";
        for (const words of banner.querySelectorAll("[data-words]")) words.textContent = words.dataset.words;
      }
    }
  }
  if (now && now > page.dataset.built) {
    turned(page);
    tell(now, true);
    page.addEventListener("y-rows", event => { for (const row of event.detail) turned(row); });
  }

  /* --- a text on the day asked for: its standing, the marks of its clauses, and what is copied of it --- */

  const held = page.querySelector(".y-asked-day");
  const outsOf = element => (element?.dataset.outs || "").split("\n").filter(Boolean).map(line => line.split("\t"));
  const isOut = (first, until, day) => (!first || first <= day) && (!until || day < until);
  const lastOut = (element, day) => outsOf(element).filter(([first, until]) => isOut(first, until, day)).sort((a, b) => (a[0] < b[0] ? -1 : 1)).at(-1);

  function markClauses(day) {
    for (const element of page.querySelectorAll("[data-outs]")) {
      const out = lastOut(element, day);
      element.classList.remove("y-gone", ...[...element.classList].filter(name => name.startsWith("y-gone-")));
      if (out) element.classList.add("y-gone", `y-gone-${out[2]}`);
    }
    for (const mark of page.querySelectorAll(".y-out")) {
      const { first, until, now: present, ahead, past } = mark.dataset, out = isOut(first, until, day);
      mark.classList.toggle("y-now", out);
      mark.querySelector(".y-badge").textContent = out ? present : first && day < first ? ahead : past;
    }
  }

  let onDay = "", turnThen = null;
  const said = held ? JSON.parse(held.dataset.words) : null;
  if (held) {
    const given = new URLSearchParams(location.search).get("on")?.trim();
    const day = given ? dayOf(given) : "", strong = held.querySelector("strong");
    if (day) {
      onDay = day;
      const turn = turnThen = turnOf(held.querySelector(".y-turns"), day), box = page.querySelector(".y-standing");
      if (turn) show(box, turn);
      box.querySelector(".y-turns")?.remove();
      tell(day, false);
      for (const banner of page.querySelectorAll(".y-banner")) banner.hidden = true;
      const law = turn?.dataset.law === "1", open = ["unknown", "letter", "draft"].includes(turn?.dataset.status), that = held.querySelector(".y-that");
      held.classList.toggle("y-not-law", !law);
      strong.textContent = fill(law ? held.dataset.law : open ? held.dataset.plain : held.dataset.not, { day });
      const life = turnOf(held.querySelector(".y-lives"), day);
      if (life?.dataset.version) that.href = life.dataset.version;
      if (law) that.remove(); else that.search = `?on=${day}`;
      markClauses(day);
    } else if (given) {
      strong.textContent = fill(held.dataset.wrong, { day: given });
      for (const link of held.querySelectorAll("a")) link.remove();
    }
    held.hidden = !given;
    const form = page.querySelector(".y-on-text");
    if (form) { form.hidden = false; form.elements.on.value = day; }
    if (!day && now > page.dataset.built) markClauses(now);
  }

  /* The text as it is shown, piece by piece: its kind, its label with the mark of a clause that is out, words, rows. */
  function piecesOf() {
    return [...page.querySelectorAll(".y-text :is(.y-title, .y-heading, .y-clause, .y-table)")].map(part => {
      const copy = part.cloneNode(true), marks = [copy, part.matches(".y-heading") ? part.nextElementSibling : null, part.matches(".y-table") ? part.previousElementSibling : null]
        .flatMap(one => (one ? [...(one.matches(".y-out") ? [one] : one.querySelectorAll(":scope > .y-out"))] : []));
      const mark = marks.filter(one => one.matches(".y-now")).map(one => one.textContent.trim()).join("");
      for (const tool of copy.querySelectorAll(".y-perma, .y-fix, .y-margin, .y-tool, .y-clause-note, .y-out")) tool.remove();
      const label = (copy.querySelector(".y-label")?.textContent || "") + mark;
      const rows = [...copy.querySelectorAll("tr")].map(row => [...row.cells].map(cell => cell.textContent));
      copy.querySelector(".y-label")?.remove();
      const lines = rows.length ? [] : [...copy.querySelectorAll("p")].map(line => line.textContent);
      const level = part.matches(".y-title") ? 1 : part.matches(".y-heading") ? +part.tagName[1] : 0;
      return { level, label, rows, words: lines.length || rows.length ? lines : [copy.textContent.trim()] };
    });
  }
  const above = () => [...page.querySelectorAll(".y-sample, .y-condition, .y-asked-day strong, .y-standing .y-says")].map(one => one.textContent.trim()).filter(Boolean);
  const table = (rows, cell) => rows.map(row => row.join(cell)).join("\n");
  /* In words alone, and as Markdown: what is copied and taken along where the day is not that of the files. */
  function written() {
    const lines = piecesOf().map(one => one.label + [...one.words, ...(one.rows.length ? [table(one.rows, "\t")] : [])].join("\n"));
    return `${[...above(), ...lines].filter(Boolean).join("\n\n")}\n`;
  }
  function markdown() {
    const rows = ([head, ...rest]) => [head, head.map(() => "---"), ...rest].map(row => `| ${row.map(cell => cell.replace(/\|/g, "\\|")).join(" | ")} |`).join("\n");
    const lines = piecesOf().map(one => (one.level ? `${"#".repeat(one.level)} ` : "") + one.label + [...one.words, ...(one.rows.length ? [rows(one.rows)] : [])].join(one.level ? " " : "\n\n"));
    return `${[...above().map(line => `> ${line}`), ...lines].filter(Boolean).join("\n\n")}\n`;
  }
  if (held) Object.assign(page, { yangePieces: piecesOf, yangeAbove: above });

  function save(words, name, kind) {
    const given = document.createElement("a");
    given.href = URL.createObjectURL(new Blob([words], { type: `${kind};charset=utf-8` }));
    given.download = name;
    given.click();
    setTimeout(() => URL.revokeObjectURL(given.href), 1e4);
  }
  if (onDay) {
    for (const [name, make, kind] of [["text.md", markdown, "text/markdown"], ["text.txt", () => `\ufeff${written()}`, "text/plain"]]) {
      const link = [...page.querySelectorAll(".y-offers a")].find(one => one.pathname.endsWith(`/${name}`));
      if (!link) continue;
      link.append(` (${fill(held.dataset.taken, { day: onDay })})`);
      link.addEventListener("click", event => {
        event.preventDefault();
        save(make(), name.replace(".", `.${onDay}.`), kind);
      });
    }
    page.querySelector(".y-text")?.addEventListener("copy", event => {
      const words = getSelection().toString();
      if (!words.trim()) return;
      event.preventDefault();
      const [head, , tail] = page.querySelector(".y-citing").dataset.legal.split("\t");
      event.clipboardData.setData("text/plain", `${words}\n${head}${tail}${cited(0)}`);
    });
  }
  /* What a citation says of the day asked for, in the language of the text (0) or in English (1). */
  function cited(tongue, mark = "") {
    if (!onDay || !turnThen) return mark && bracketed(mark, tongue);
    const status = mark || said.status[turnThen.dataset.status]?.[tongue] || "";
    return bracketed(fill(said.frame[tongue], { day: onDay, status }), tongue);
  }
  const bracketed = (words, tongue) => (!tongue && page.querySelector(".y-citing").dataset.chinese === "1" ? `（${words}）` : ` (${words})`);

  /* --- a policy on the day asked for: ?on=2019-06-01 --- */

  const asked = page.querySelector(".y-on:not(.y-on-text)");
  if (asked) {
    asked.hidden = false;
    const field = asked.querySelector("input"), answer = asked.querySelector("output");
    const list = asked.querySelector(".y-turns");
    const say = turn => {
      if (!turn) return;
      const words = document.createElement("strong");
      words.textContent = `${page.dataset.day} ${turn.textContent}`;
      answer.append(words);
      if (!turn.dataset.version) return;
      const link = document.createElement("a");
      link.href = `${turn.dataset.version}?on=${page.dataset.day}`;
      link.textContent = asked.dataset.read;
      answer.append(" ", link);
      for (const row of page.querySelectorAll(".y-versions > [data-key]")) {
        row.classList.toggle("y-asked", row.dataset.key === turn.dataset.key);
        for (const to of row.querySelectorAll("a")) if (to.pathname === link.pathname) to.search = link.search;
      }
    };
    const reply = text => {
      const day = dayOf(text);
      answer.replaceChildren();
      for (const row of page.querySelectorAll(".y-asked")) row.classList.remove("y-asked");
      page.dataset.day = day;
      if (day) { field.value = day; if (list) say(turnOf(list, day)); }
      else answer.textContent = fill(text ? asked.dataset.wrong : asked.dataset.empty, { day: text });
      page.dispatchEvent(new CustomEvent("y-day", { detail: day }));
    };
    const ask = text => {
      const url = new URL(location.href);
      url.searchParams.set("on", text);
      history.replaceState(null, "", url);
      reply(text);
    };
    const given = new URLSearchParams(location.search).get("on");
    if (given !== null) reply(given.trim());
    asked.addEventListener("submit", event => { event.preventDefault(); ask(field.value); });
    asked.addEventListener("click", event => {
      const by = +(event.target.closest("[data-turn]")?.dataset.turn || 0), days = [...list?.children || []].map(turn => turn.dataset.from).filter(Boolean);
      if (!by) return;
      const here = dayOf(field.value) || now || asked.dataset.built;
      const found = by > 0 ? days.find(day => day > here) : days.findLast(day => day < here);
      if (found) ask(found); else answer.textContent = by > 0 ? asked.dataset.last : asked.dataset.first;
    });
  }

  /* --- the other language: the same place in it, and the same question --- */

  for (const link of document.querySelectorAll("a.y-language")) {
    const point = () => {
      const url = new URL(link.href);
      url.search = location.search;
      url.hash = location.hash;
      link.href = url.href;
    };
    for (const moment of ["pointerdown", "focus", "click"]) link.addEventListener(moment, point);
  }

  /* --- the timeline: the day asked for, and asking by pointing --- */

  const drawing = page.querySelector(".y-drawing svg[data-from]");
  if (drawing && asked) {
    const { from, to, left, width } = drawing.dataset, start = Date.parse(from), span = Date.parse(to) - start;
    const put = (line, day) => {
      const x = +left + (+width * (Date.parse(day) - start)) / span, inside = Boolean(day) && x >= 0 && x <= 100;
      line.setAttribute("visibility", inside ? "visible" : "hidden");
      if (inside) { line.setAttribute("x1", `${x}%`); line.setAttribute("x2", `${x}%`); }
    };
    const mark = day => put(drawing.querySelector(".y-asked-line"), day);
    /* A page that is the same on many days leaves it to us to show which one it is. */
    const own = drawing.querySelector(".y-today"), told = page.querySelector(".y-today-told");
    if (now && told && own.getAttribute("visibility") === "hidden") {
      put(own, now);
      told.textContent = now;
      told.parentElement.hidden = own.getAttribute("visibility") === "hidden";
    }
    page.addEventListener("y-day", event => mark(event.detail));
    if (page.dataset.day) mark(page.dataset.day);
    drawing.addEventListener("click", event => {
      if (event.target.closest("a")) return;
      const box = drawing.getBoundingClientRect(), percent = (100 * (event.clientX - box.left)) / box.width;
      const day = new Date(start + (span * (percent - left)) / width);
      if (Number.isNaN(+day)) return;
      asked.querySelector("input").value = day.toISOString().slice(0, 10);
      asked.requestSubmit();
    });
  }

  /* --- the timeline drawn larger: in its own frame, the day of today in the middle --- */

  const long = page.querySelector(".y-drawing.y-long");
  if (long) {
    const roll = long.querySelector(".y-roll"), chart = long.querySelector(".y-chart"), tools = document.createElement("div");
    const LARGEST = 8;
    let scale = 1;
    const draw = factor => {
      const middle = (roll.scrollLeft + roll.clientWidth / 2) / chart.clientWidth;
      scale = Math.min(LARGEST, Math.max(1, scale * factor));
      chart.style.width = `${scale * 100}%`;
      roll.classList.toggle("y-zoomed", scale > 1);
      if (scale > 1) roll.tabIndex = 0; else roll.removeAttribute("tabindex");
      roll.scrollLeft = middle * chart.clientWidth - roll.clientWidth / 2;
      smaller.disabled = scale === 1;
      larger.disabled = scale === LARGEST;
    };
    const button = (words, factor) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = words;
      made.addEventListener("click", () => draw(factor));
      return made;
    };
    const larger = button(long.dataset.larger, 2), smaller = button(long.dataset.smaller, 0.5);
    smaller.disabled = true;
    tools.className = "y-zoom";
    tools.append(larger, smaller);
    long.prepend(tools);
  }

  /* --- long histories stand on several pages: a clause that went to a later one is looked for there --- */

  if (page.dataset.next && location.hash.length > 1) {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { id = ""; }
    if (id && !document.getElementById(id)) location.replace(page.dataset.next + location.hash);
  }

  /* --- on paper: where this stands --- */

  window.addEventListener("beforeprint", () => {
    const title = page.querySelector("h1");
    if (!title || page.querySelector(".y-where")) return;
    const where = document.createElement("p");
    where.className = "y-where";
    where.textContent = decodeURI(location.href.split(/[?#]/)[0]);
    title.before(where);
  });

  /* --- the whole text to copy; where it cannot be fetched, as from a file, the file itself is shown --- */

  const whole = page.querySelector(".y-whole");
  whole?.addEventListener("click", async () => {
    const said = whole.textContent;
    const file = async () => {
      const answer = await fetch(whole.dataset.from);
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    };
    try {
      await navigator.clipboard.writeText(onDay ? written() : await file());
    } catch { location.assign(whole.dataset.from); return; }
    whole.textContent = whole.dataset.copied;
    setTimeout(() => { whole.textContent = said; }, 2000);
  });

  /* --- citing a clause --- */

  const citing = page.querySelector(".y-citing");
  function line(name, text, language) {
    const row = document.createElement("p"), label = document.createElement("span"), button = document.createElement("button");
    const quote = document.createElement("span");
    row.className = "y-copy";
    label.textContent = name;
    quote.textContent = text;
    if (language) quote.lang = language;
    button.type = "button";
    button.textContent = citing.dataset.copy;
    button.setAttribute("aria-label", `${citing.dataset.copy} ${name}`);
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(text); } catch {
        const range = document.createRange();
        range.selectNodeContents(quote);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        document.execCommand("copy");
      }
      button.textContent = citing.dataset.copied;
      setTimeout(() => { button.textContent = citing.dataset.copy; }, 2000);
    });
    row.append(label, quote, button);
    return row;
  }
  /* --- the record of a clause for reference managers: that of the text, with the clause's name and address --- */

  const escaped = {
    "cite.ris": words => words,
    "cite.bib": words => words.replace(/[\\{}~^%&#$_]/g, one => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[one] || `\\${one}`),
    "cite.json": words => JSON.stringify(words).slice(1, -1),
  };
  function recordsOf(clause, path, address) {
    const row = document.createElement("p");
    row.className = "y-meta y-records";
    row.append(`${citing.dataset.record} `);
    const made = JSON.parse(citing.dataset.records), links = [...page.querySelectorAll("section .y-records a")];
    Object.entries(made).forEach(([file, words], nth) => {
      const button = document.createElement("button"), ending = file.split(".").pop();
      button.type = "button";
      button.textContent = links[nth].textContent;
      button.addEventListener("click", () => {
        const whole = words.replaceAll("\ue007", () => path.replace(/[^\w.-]/g, "-")).replaceAll("\ue005", () => escaped[file](clause)).replaceAll("\ue006", () => (ending === "bib" ? address.replace(/[\\{}%\s]/g, "") : escaped[file](address)));
        save(whole, `${path}.${ending}`, "text/plain");
      });
      row.append(button, " ");
    });
    return row;
  }
  function lines({ zh: chinese = "", en: english = "", shared } = {}, path = "", clause = null) {
    const name = citing.dataset, names = name.names.split("\t"), dated = shared === undefined ? "" : "dated";
    const address = new URL(location.href);
    address.search = onDay ? `?on=${onDay}` : "";
    address.hash = path;
    const status = lastOut(clause, onDay || (now > page.dataset.built ? now : held.dataset.shown))?.[3], is = cited(0, status);
    /* A form is cut where a clause is named: what is before it, what is between, what is behind. */
    const form = (key, clause) => { const [head, joint, tail] = name[key].split("\t"); return clause ? `${head}${joint}${clause}${tail}` : `${head}${tail}`; };
    const read = `[${today(page.dataset.zone || undefined) || new Date().toISOString().slice(0, 10)}]`;
    return [
      line(names[0], form(dated ? "datedLegal" : "legal", chinese) + is, ""),
      line(names[1], `${form(dated ? "datedGbt" : "gbt", chinese)}${is}${read}. ${address.href}.`, ""),
      line(names[2], form("english", english) + cited(1, status), "en"),
      line(names[3], form("oscola", english.replaceAll(". ", " ")) + cited(1, status), "en"),
      line(names[4], address.href, ""),
      ...(path && chinese ? [recordsOf(chinese, path, address.href)] : []),
    ];
  }
  /* In a long text the page says once what else is told of most clauses: where each is in the text in force, and how it
     is corrected. */
  function nowOf(perma, clause) {
    const text = clause.closest(".y-text[data-now]");
    const tools = clause.querySelector(":scope > .y-margin > a.y-tools"), [path, label] = (tools?.dataset.now || "").split("\t");
    if (!text || !tools) return null;
    const link = document.createElement("a");
    link.className = "y-now";
    link.href = text.dataset.now + (path ? `#${encodeURIComponent(path)}` : perma.getAttribute("href"));
    link.textContent = label || perma.dataset[citing.dataset.chinese === "1" ? "zh" : "en"];
    link.lang = text.lang;
    return link;
  }
  function told(perma, clause) {
    const rows = [], row = (...parts) => { const made = document.createElement("p"); made.append(...parts); rows.push(made); };
    const link = nowOf(perma, clause), at = clause.querySelector(":scope > .y-margin > a.y-tools")?.dataset.line;
    if (link) { const [before, after] = clause.closest(".y-text").dataset.nowWords.split("\t"); row(before, link, after); }
    if (at && citing.dataset.edit) row(Object.assign(document.createElement("a"), { href: citing.dataset.edit.replace("7777777", at), rel: "nofollow", textContent: citing.dataset.editWords }));
    return rows;
  }
  /* The anchor and the element of the clause that tools are for: they stand in it, or below its heading. */
  const clauseOf = tools => {
    const path = tools.closest("[data-path]")?.dataset.path || tools.closest("[id]").id;
    return [path, document.getElementById(path)];
  };
  if (citing) {
    citing.querySelector("dl").replaceWith(...lines());
    page.addEventListener("toggle", event => {
      const tools = event.target, box = tools.querySelector?.(".y-tool");
      if (!tools.classList?.contains("y-tools") || !tools.open || box.dataset.done) return;
      box.dataset.done = "1";
      box.querySelector(".y-quote").remove();
      const [path, clause] = clauseOf(tools);
      box.prepend(...lines(clause.querySelector(":scope > .y-perma").dataset, path, clause));
    }, true);
    page.addEventListener("click", event => {
      const link = event.target.closest("a.y-perma[data-zh], a.y-tools");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const clause = link.closest(".y-clause, .y-heading"), heading = clause.matches(".y-heading");
      const perma = clause.querySelector(":scope > a.y-perma");
      if (link !== perma) event.preventDefault();
      const beside = heading ? clause.nextElementSibling : clause;
      const tools = beside?.matches(heading ? ".y-beside" : ".y-clause") && beside.querySelector(":scope > .y-margin > details");
      if (tools) { tools.open = true; return; }
      if (perma.tool) { perma.tool.hidden = !perma.tool.hidden; return; }
      const box = perma.tool = document.createElement("div");
      box.className = "y-tool";
      box.append(...lines(perma.dataset, perma.hash.slice(1), clause), ...told(perma, clause));
      if (heading) clause.after(box); else clause.append(box);
    });
    /* Zotero saves the clause that the address names: its connector reads the head again when it is told to. */
    const meta = (name, content) => {
      const held = document.head.querySelector(`meta[name="${name}"]`) || document.head.appendChild(Object.assign(document.createElement("meta"), { name }));
      if (content) held.content = content; else held.remove();
    };
    const embed = () => {
      let path = location.hash.slice(1);
      try { path = decodeURIComponent(path); } catch { path = ""; }
      const named = [...page.querySelectorAll("a.y-perma[data-zh]")].find(one => one.hash.length > 1 && document.getElementById(path) && path === decodeURIComponent(one.hash.slice(1)));
      if (!named && !document.head.querySelector('meta[name="z:section"]')) return;
      meta("z:section", named?.dataset.zh);
      meta("citation_public_url", new URL(named?.getAttribute("href") || "", location.href.split("#")[0]).href);
      document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
    };
    embed();
    window.addEventListener("hashchange", embed);
    const banner = page.querySelector(".y-banner[data-clause]");
    const point = () => {
      banner.querySelector(".y-point")?.remove();
      let id = location.hash.slice(1);
      try { id = decodeURIComponent(id); } catch { return; }
      const here = id && document.getElementById(id), of = !here ? null : (here.closest(".y-clause") || page.querySelector(`.y-beside[data-path="${CSS.escape(id)}"]`));
      const perma = of?.querySelector(":scope > .y-perma"), link = of?.querySelector("a.y-now") || (perma && nowOf(perma, of));
      if (!link) return;
      const words = document.createElement("p"), copy = link.cloneNode(true);
      words.className = "y-point";
      words.append(banner.dataset.clause, copy);
      banner.append(words);
    };
    if (banner) { point(); window.addEventListener("hashchange", point); }
  }
})();
