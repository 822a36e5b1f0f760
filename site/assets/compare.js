/* Comparisons: from change to change with n and p, everything or only what changed, and the choice of two texts. */
"use strict";
(() => {
  const bar = document.querySelector(".y-panel");
  if (bar) {
    const all = bar.querySelector(".y-all"), steps = bar.querySelector(".y-steps"), place = steps.querySelector("output");
    all.hidden = false;
    steps.hidden = false;
    const changes = () => [...document.querySelectorAll(".y-changes > [class*=y-op-]")].filter(one => one.offsetParent);
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
