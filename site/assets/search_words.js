/* The words of the search: a text folded and cut exactly as tools/yange/publish/search/folding.py does it, and what a
   query may mean: readings of it, the likelier first. */
"use strict";
self.yangeSearchWords = (() => {
  const END = "\n",
    FIRST_HAN = "\u3005";

  /* --- folding and cutting --- */
  let table = null;
  const known = new Map();
  function foldOne(character) {
    let found = known.get(character);
    if (found === undefined) {
      found = character;
      for (const made of [character.normalize("NFKC").toLowerCase(), character.toLowerCase()])
        if ([...made].length === 1) {
          found = made;
          break;
        }
      found = table.get(found) ?? found;
      if (found.length !== character.length) found = character;
      known.set(character, found);
    }
    return found;
  }
  const fold = text => {
    let made = "";
    for (const character of text) made += foldOne(character);
    return made;
  };
  const HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}";
  const WORD = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f";
  const UNIT = new RegExp(`[${WORD}]+|[${HAN}]|[。；;！!？?\n]+`, "gu");
  const ENDS = "。；;！!？?\n";
  function units(folded) {
    const found = [];
    for (const match of folded.matchAll(UNIT))
      found.push({ text: ENDS.includes(match[0][0]) ? END : match[0], at: match.index, end: match.index + match[0].length });
    return found;
  }
  const isHan = unit => unit >= FIRST_HAN;

  /* --- the query: readings of it, the likelier first --- */
  const QUOTED = /"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』/g;
  const NUMBER = new RegExp(
    `([${HAN}]{1,14}?)\\s*第?[^${HAN}${WORD}\\s]{0,2}\\s*((?:18|19|20|21)\\d\\d)\\s*年?\\s*[^${HAN}${WORD}]{0,3}\\s*第?\\s*0*(\\d{1,5})(?:\\s*号)?(?![${WORD}])`,
    "gu",
  );
  const COUNT = "[零〇一二三四五六七八九十百千\\d]+",
    ITEM = `\\(${COUNT}\\)`;
  /* A clause's label as Chinese texts print it, or cite it (第五条第二款第(三)项), behind a title or alone. */
  const LABEL = new RegExp(
    `^(.*?)(第${COUNT}[编章节条](?:之${COUNT})?)(?:第${COUNT}款)?(?:第?(${ITEM})项?|第(${COUNT})项)?$|^(附件${COUNT}|${ITEM}|${COUNT}[、.])$`,
    "u",
  );
  const ENGLISH =
    /(?<!\S)(?:(?:article|section|rule|regulation|chapter|part|annex|appendix|schedule|art|sec)\.?\s*(?:\d+[a-z]?|[ivxlc]{1,7}(?![a-z]))(?:[.-]\d+)*(?:\s*\((?:\d{1,3}|[a-z]|[ivxl]{1,5})\))*(?![0-9a-z])|\d+(?:\.\d+)+\.?(?!\S))/gu;
  const SENTENCES = /[。；;！!？?：:]+/u;
  function parse(query, numbers) {
    const terms = [];
    let rest = query.replace(QUOTED, (whole, ...groups) => {
      const phrase = groups.slice(0, 4).find(Boolean);
      add(terms, phrase, { exact: true });
      return " ";
    });
    if (numbers) {
      rest = fold(rest).replace(NUMBER, (whole, body, year, count) => {
        add(terms, `${body} ${year} ${count}`, { number: true });
        return " ";
      });
      rest = rest.replace(ENGLISH, whole => {
        add(terms, whole, { label: true });
        return " ";
      });
    }
    for (const term of rest.split(/\s+/)) {
      const label = LABEL.exec(fold(term));
      add(terms, term, { label: label !== null && !label[1] });
    }
    return terms;
  }
  function add(terms, raw, kind) {
    const folded = fold(raw),
      cut = units(folded).map(unit => unit.text);
    while (cut[0] === END) cut.shift();
    while (cut.at(-1) === END) cut.pop();
    if (cut.length) terms.push({ raw, cut, ...kind, tight: folded.replace(/\s+/g, "") });
  }
  const TENS = ["", "十", "百", "千"];
  const written = label =>
    label.replace(/\d{1,4}/g, digits => {
      const found = [...digits]
        .map((digit, n) => (digit === "0" ? "零" : "零一二三四五六七八九"[digit] + TENS[digits.length - 1 - n]))
        .join("");
      return found
        .replace(/零+/g, "零")
        .replace(/(?<=.)零$/, "")
        .replace(/^一十/, "十");
    });
  /* A title with a label behind it; a clause as it is cited; figures for numerals. */
  function cited(term) {
    const found = term.exact || term.number ? null : LABEL.exec(fold(term.raw));
    if (!found || found[5]) return [term];
    const [, title, clause, item, bare] = found,
      made = [];
    if (title) add(made, title, { title: true });
    return [...made, ...labels(written(clause + (item ?? (bare ? `(${bare})` : ""))))];
  }
  const labels = text => {
    const made = [];
    add(made, text, { label: true });
    return made;
  };
  /* A citation as a whole: 《…》第三条 with or without blanks, Article 9(a) of …, …, Article 9(a). */
  const ANY_HAN = new RegExp(`[${HAN}]`, "u"),
    OF = new RegExp(`^(${ENGLISH.source})\\s*,?\\s*(?:of\\s+)?(?:the\\s+)?(.+)$`, "u");
  const COMMA = new RegExp(`^(?:the\\s+)?(.+?)\\s*,?\\s+(${ENGLISH.source})$`, "u");
  function citation(query) {
    if (new RegExp(QUOTED.source, "u").test(query)) return [];
    const folded = fold(query)
        .trim()
        .replace(/[.。,，;；]+$/u, ""),
      made = [];
    const tight = ANY_HAN.test(folded) ? LABEL.exec(folded.replace(/\s+/gu, "")) : null;
    if (tight?.[1] && !new RegExp(NUMBER.source, "u").test(tight[1])) add(made, tight[1], { title: true });
    if (made.length) return [...made, ...labels(written(tight[2] + (tight[3] ?? (tight[4] ? `(${tight[4]})` : ""))))];
    const [, label, title] = OF.exec(folded) ?? (([, title, label]) => ["", label, title])(COMMA.exec(folded) ?? []);
    if (!title) return [];
    add(made, title, { title: true });
    return made.length ? [...made, ...labels(label)] : [];
  }
  /* The paragraph of a clause that a citation names beside its label: 2 of 第十二条第二款. */
  function paragraph(query) {
    const found = new RegExp(`第(${COUNT})款`, "u").exec(fold(query));
    if (!found) return 0;
    return /^\d+$/.test(found[1])
      ? Number(found[1])
      : (Array.from({ length: 99 }, (_, n) => n + 1).find(n => written(String(n)) === found[1]) ?? 0);
  }
  /* What was copied out of several clauses stands together in none of them. */
  function pieces(term) {
    const made = [];
    if (!term.exact && !term.number) for (const piece of term.raw.split(SENTENCES)) add(made, piece, {});
    return made.length > 1 ? made : [term];
  }
  function readings(query) {
    const plain = parse(query, true),
      found = new Map();
    for (const terms of [
      citation(query),
      plain.flatMap(cited),
      plain,
      plain.flatMap(pieces),
      citation(query).filter(term => term.title),
    ]) {
      const key = JSON.stringify(terms.map(term => [term.cut, Boolean(term.title)]));
      if (terms.length && !found.has(key)) found.set(key, terms);
    }
    return [...found.values()];
  }
  /* Every second pair is enough to find candidates: the hit itself is verified. */
  function gramsOf(cut) {
    const found = new Set();
    for (let i = 0; i < cut.length; i += 1) {
      if (cut[i] === END) continue;
      if (!isHan(cut[i])) {
        found.add(cut[i]);
        continue;
      }
      let end = i;
      while (end + 1 < cut.length && isHan(cut[end + 1])) end += 1;
      for (let at = i; at < end; at += 2) found.add(cut[at] + cut[Math.min(at, end - 1) + 1]);
      if ((end - i) % 2 === 0 && end > i) found.add(cut[end - 1] + cut[end]);
      if (end === i && cut.length === 1) found.add(cut[i]);
      i = end;
    }
    return [...found];
  }

  /* --- where a text has them --- */
  function matches(term, folded, cut) {
    const found = [],
      wanted = term.cut;
    for (let i = 0; i + wanted.length <= cut.length; i += 1) {
      let n = 0;
      while (n < wanted.length && cut[i + n].text === wanted[n]) n += 1;
      if (n < wanted.length) continue;
      const at = cut[i].at,
        end = cut[i + n - 1].end;
      if (!term.exact || folded.slice(at, end).replace(/\s+/g, "").includes(term.tight.replace(EDGES, ""))) found.push([at, end]);
    }
    return found;
  }
  const EDGES = new RegExp(`^[^${HAN}${WORD}]+|[^${HAN}${WORD}]+$`, "gu");
  function scattered(term, folded) {
    const found = [];
    for (const gram of gramsOf(term.cut))
      for (let at = folded.indexOf(gram); at >= 0; at = folded.indexOf(gram, at + gram.length))
        found.push([at, at + gram.length]);
    return found;
  }
  /* A clause as one is looked for, as documents.py has it: phrases run from a printed label into the words. */
  function clause([anchor, above, label, text]) {
    const before = label ? above + label : "",
      line = before + text,
      folded = fold(line),
      called = above + label.trim();
    const same = words =>
      units(fold(words))
        .map(unit => unit.text)
        .join(" ");
    return {
      anchor,
      above,
      label,
      text,
      start: before.length,
      line,
      folded,
      cut: units(folded),
      names: [same(called), same(label)],
      tight: fold(label).replace(/\s+/g, ""),
      called,
    };
  }

  const foldWith = pairs => {
    table = pairs;
  };
  return { ANY_HAN, clause, fold, foldWith, gramsOf, isHan, matches, paragraph, parse, readings, scattered, units, written };
})();
