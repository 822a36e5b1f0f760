/* What changed and what is next, from the reader's day: pages built earlier have it from theirs. */
"use strict";
(() => {
  const page = document.querySelector(".y-page[data-zone]"), bands = [...document.querySelectorAll(".y-band")];
  if (!page || !bands.length) return;
  const day = 86400000, days = text => Date.parse(`${text}T00:00:00Z`) / day;
  let today = page.dataset.built;
  try { today = new Intl.DateTimeFormat("sv-SE", { timeZone: page.dataset.zone }).format(new Date()); } catch { return; }
  if (!(today > page.dataset.built)) return;
  const count = band => band.querySelector(".y-band-count");
  const add = (band, by) => { count(band).textContent = +count(band).textContent + by; };
  for (const item of document.querySelectorAll(".y-band li[data-day]")) {
    const away = days(item.dataset.day) - days(today), old = item.closest(".y-band");
    const left = item.querySelector(".y-day small");
    if (left && away > 0) left.textContent = left.textContent.replace(/\d+/, away); else left?.remove();
    const band = bands.find(({ dataset }) => +dataset.first <= away && away <= +dataset.last);
    if (band === old) continue;
    add(old, -1);
    item.remove();
    if (!band) continue;
    if (count(band).textContent === "0") band.open = true;
    add(band, 1);
    const list = band.querySelector("ol"), past = +band.dataset.last <= 0;
    const next = [...list.children].find(other => (past ? other.dataset.day < item.dataset.day : other.dataset.day > item.dataset.day));
    list.insertBefore(item, next ?? null);
  }
})();
