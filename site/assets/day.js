/* The corpus on a day: worked out here from the files below data/days, which are scripts so that they load from any place. */
"use strict";
(() => {
  const page = document.querySelector(".y-day-page"), box = page?.querySelector(".y-day-answer");
  if (!box) return;
  const AT_ONCE = 200, words = box.dataset, list = box.querySelector(".y-day-list"), told = box.querySelector(".y-told");
  const radios = [...box.querySelectorAll("input[name=status]")];
  const language = { zh: "zh-Hans", en: "en" };
  let loading = null, day = "";
  const load = () => loading ||= yangeParts(words.folder, words.count);
  const make = (name, text, css) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (css) element.className = css;
    return element;
  };
  const at = turns => turns.reduce((last, turn) => (turn[0] <= day ? turn : last), null);

  function row([id, title, , tongue, sample, , bare], [, , key, partial]) {
    const item = make("li"), link = make("a", title, "y-name"), path = id.split("/").map(encodeURIComponent).join("/");
    link.href = `${words.root}${path}/?on=${day}`;
    link.lang = language[tongue] || tongue;
    item.append(link);
    if (sample) item.append(" ", make("span", words.sample, "y-badge y-sample-badge"));
    if (bare) item.append(" ", make("span", words.catalogue, "y-badge y-catalogue"));
    const meta = make("span", "", "y-meta");
    if (key) {
      const text = make("a", key === "undated" ? words.undated : words.text.replace("{day}", key.replace(/^v/, "")));
      text.href = `${words.root}${path}/${encodeURIComponent(key)}/?on=${day}`;
      meta.append(text);
    }
    if (partial) meta.append(" · ", make("span", words.partial, "y-partial"));
    item.append(meta);
    return item;
  }

  function print(found) {
    list.replaceChildren();
    let shown = 0, place = null, items = null;
    const more = () => {
      list.querySelector("button")?.remove();
      for (const end = shown + AT_ONCE; shown < found.length && shown < end; shown += 1) {
        const [where, policy, turn] = found[shown];
        if (where !== place) { place = where; items = make("ul", "", "y-list"); list.append(make("h2", place), items); }
        items.append(row(policy, turn));
      }
      if (shown < found.length) {
        const button = make("button", words.more.replace("{count}", found.length - shown));
        button.type = "button";
        button.addEventListener("click", more);
        list.append(button);
      }
    };
    more();
    if (!found.length) list.append(make("p", words.none));
  }

  function show() {
    const wanted = +radios.find(one => one.checked).value, counts = radios.map(() => 0), found = [];
    for (const part of self.yangeDays || []) {
      for (const policy of part.policies) {
        const turn = at(policy[5]);
        if (!turn) continue;
        counts[turn[1]] += 1;
        if (turn[1] === wanted) found.push([part.places[policy[2]], policy, turn]);
      }
    }
    const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    found.sort((a, b) => order(a[0], b[0]) || order(a[1][0], b[1][0]));
    radios.forEach((one, n) => {
      const label = one.closest("label");
      label.hidden = !counts[n] && !one.checked;
      label.querySelector("strong").textContent = counts[n];
    });
    const [held, notHeld] = counts;
    told.textContent = words.told.replace("{day}", day).replace("{count}", held + notHeld)
      + (notHeld ? words.notHeld.replace("{count}", notHeld) : "");
    print(found);
  }

  async function answer(asked) {
    day = asked;
    box.hidden = !day;
    if (!day) return;
    told.textContent = words.waiting;
    box.classList.add("y-waiting");
    try { await load(); } catch { loading = null; told.textContent = words.failed; return; }
    show();
    box.classList.remove("y-waiting");
  }
  box.addEventListener("change", show);
  page.addEventListener("y-day", event => answer(event.detail));
  if (page.dataset.day) answer(page.dataset.day);
})();
