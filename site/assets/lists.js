/* Lists: sorted by a press on a column, narrowed by words and by status, over all pages of the list. */
"use strict";
(() => {
  const tools = document.querySelector(".y-list-tools"), table = document.querySelector(".y-table");
  if (!tools || !table) return;
  const body = table.tBodies[0], said = tools.querySelector("output"), words = tools.dataset, leaves = [...document.querySelectorAll(".y-leaf")];
  const last = leaves[0]?.querySelector("li:last-child"), pages = last ? +last.textContent : 1, AT_ONCE = +words.atOnce;
  let rows = [...body.rows], whole = pages === 1, column = -1, down = false, shown = AT_ONCE, failed = false;
  tools.hidden = false;
  const text = (row, n) => row.cells[n].textContent.trim();
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  /* The other pages of the list, by their links: the rows alone are taken over, and no script of theirs is run. */
  async function all() {
    if (whole || failed) return;
    const here = new URL(location.href), first = here.pathname.replace(/(\/)\d+\/(index\.html)?$/, (found, slash) => (leaves[0].querySelector("[aria-current]")?.textContent === "1" ? found : slash));
    try {
      const found = [];
      for (let n = 1; n <= pages; n += 1) {
        const answer = await fetch(n === 1 ? first : `${first}${n}/`);
        if (!answer.ok) throw new Error(answer.status);
        const other = new DOMParser().parseFromString(await answer.text(), "text/html"), base = new URL(answer.url);
        for (const row of other.querySelectorAll(".y-table tbody tr")) {
          for (const link of row.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), base).href;
          found.push(document.importNode(row, true));
        }
      }
      rows = found;
      whole = true;
      table.closest(".y-page").dispatchEvent(new CustomEvent("y-rows", { detail: rows }));
    } catch { failed = true; }
  }

  function show() {
    const wanted = tools.elements.words.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean), status = tools.elements.status?.value ?? "";
    const found = rows.filter(row => (!status || row.querySelector("[data-status]")?.dataset.status === status)
      && wanted.every(word => row.textContent.normalize("NFKC").toLowerCase().includes(word)));
    if (column >= 0) found.sort((a, b) => (!text(a, column) - !text(b, column)) || order(text(a, column), text(b, column)) * (down ? -1 : 1));
    body.replaceChildren(...found.slice(0, shown));
    const plain = !wanted.length && !status;
    said.textContent = (plain && column < 0 ? "" : words.count.replace("{count}", found.length).replace("{all}", rows.length)) + (failed ? ` ${words.failed}` : "");
    for (const leaf of leaves) leaf.hidden = whole && pages > 1;
    table.parentElement.querySelector(".y-list-more")?.remove();
    if (found.length > shown) {
      const more = document.createElement("button");
      more.type = "button";
      more.className = "y-list-more";
      more.textContent = words.more.replace("{count}", found.length - shown);
      more.addEventListener("click", () => { shown += AT_ONCE; show(); });
      table.after(more);
    }
  }
  async function asked() { shown = AT_ONCE; await all(); show(); }

  const heads = [...table.tHead.rows[0].cells];
  function sort(n, downward) {
    [column, down] = [n, downward];
    for (const cell of heads) cell.removeAttribute("aria-sort");
    if (n >= 0) heads[n].setAttribute("aria-sort", down ? "descending" : "ascending");
    if (menu) menu.value = n < 0 ? "" : `${n}${down ? "-" : "+"}`;
    asked();
  }
  /* On phones the heads of columns are not shown: a menu does the same. */
  const menu = tools.elements.sort;
  for (const [n, head] of heads.entries()) {
    for (const [sign, arrow] of menu ? [["+", "\u2191"], ["-", "\u2193"]] : []) menu.append(new Option(`${head.textContent} ${arrow}`, `${n}${sign}`));
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(n, column === n && !down));
  }
  menu?.addEventListener("change", event => {
    event.stopPropagation();
    sort(menu.value ? parseInt(menu.value, 10) : -1, menu.value.endsWith("-"));
  });
  tools.addEventListener("submit", event => event.preventDefault());
  tools.addEventListener("input", asked);
  tools.addEventListener("change", asked);
})();
