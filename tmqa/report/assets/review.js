/* Filters, decisions and keys of the review page. Without this script everything is shown. */
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const bar = byId("bar");
  const CONFIDENCES = ["low", "medium", "high"];
  const SEVERITIES = ["neutral", "minor", "major", "critical"];
  const VIEW = `tmqa/view${location.pathname}`;
  const DECISION = "tmqa/decision/";

  /* What the browser keeps; it may refuse to keep anything for a local file. */
  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => {
    try {
      localStorage[value ? "setItem" : "removeItem"](key, value);
      return true;
    } catch { return false; }
  };

  const rows = all(".bead").map((element) => ({ element, cards: [], text: "" }));
  const cards = rows.flatMap((row) => {
    row.cards = all(".card", row.element).map((element) => {
      const { severity, confidence, kind, print } = element.dataset;
      const number = element.id.slice(1);
      return { element, row, severity, confidence, kind, print, number, marks: [], shown: true };
    });
    return row.cards;
  });

  const byNumber = new Map(cards.map((card) => [card.number, card]));
  const marks = all("mark").map((element) => ({
    element,
    cards: element.dataset.f.split(" ").map((number) => byNumber.get(number)),
    ends: (element.dataset.ends ?? "").split(" "),
  }));
  for (const mark of marks) for (const card of mark.cards) card.marks.push(mark.element);
  const decidable = new Map(cards.filter((card) => card.print).map((card) => [card.print, card]));
  const decisions = new Map();
  const past = [];
  let current = null;

  /* Filters */
  const contains = (row, query) => {
    row.text ||= all("p, h3", row.element).map((part) => part.textContent).join("\n").toLowerCase();
    return row.text.includes(query);
  };

  const filter = () => {
    const want = new FormData(bar);
    const [severities, kinds] = ["severity", "kind"].map((name) => new Set(want.getAll(name)));
    const confidence = CONFIDENCES.indexOf(want.get("confidence"));
    const query = want.get("query").trim().toLowerCase();
    const counts = new Map();
    const count = (name) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const row of rows) row.hit = !query || contains(row, query);
    for (const card of cards) {
      const rest = card.row.hit && CONFIDENCES.indexOf(card.confidence) >= confidence
        && !(want.has("open") && decisions.has(card.print));
      const severity = severities.has(card.severity);
      const kind = kinds.has(card.kind);
      card.shown = rest && severity && kind;
      card.element.hidden = !card.shown;
      if (rest && kind) count(card.severity);
      if (rest && severity) count(card.kind);
    }
    for (const row of rows) {
      row.shown = row.hit && (!want.has("only") || row.cards.some((card) => card.shown));
      row.element.hidden = !row.shown;
    }
    for (const box of all("[name=severity], [name=kind]", bar)) {
      box.parentElement.querySelector("small").textContent = counts.get(box.value) ?? 0;
    }
    const sum = (list) => `${list.filter((item) => item.shown).length} of ${list.length}`;
    byId("shown").textContent = `${sum(cards)} findings, ${sum(rows)} rows shown`;
    paint();
  };

  /* A mark takes the colour of its worst finding that is shown and not rejected. */
  const paint = () => {
    for (const { element, cards: covering, ends } of marks) {
      const live = covering.filter((c) => c.shown && decisions.get(c.print) !== "rejected");
      const worst = Math.max(...live.map((card) => SEVERITIES.indexOf(card.severity)));
      element.classList.toggle("off", !live.length);
      if (live.length) element.dataset.severity = SEVERITIES[worst];
      element.dataset.ends = ends.filter((n) => live.some((card) => card.number === n)).join(" ");
    }
  };

  /* A box marked data-all speaks for the other boxes of its fieldset. */
  const members = (box) => all("[name=kind]", box.closest("fieldset"));
  const settle = () => {
    for (const box of all("[data-all]", bar)) {
      const checked = members(box).filter((member) => member.checked).length;
      box.checked = checked === members(box).length;
      box.indeterminate = checked > 0 && !box.checked;
    }
    const kinds = all("[name=kind]", bar);
    byId("rules").textContent = `${kinds.filter((box) => box.checked).length} of ${kinds.length}`;
  };

  /* The state of the filters: for a box whether it is checked, for another field its value. */
  const fields = all("[name]", bar).map((element) => {
    const isBox = element.type === "checkbox";
    const key = isBox ? `${element.name} ${element.value}` : element.name;
    return { element, key, property: isBox ? "checked" : "value" };
  });
  const save = () => {
    const state = fields.map(({ element, key, property }) => [key, element[property]]);
    keep(VIEW, JSON.stringify(Object.fromEntries(state)));
  };
  const restore = () => {
    let state = null;
    try { state = JSON.parse(recall(VIEW)); } catch { /* An unreadable state is no state. */ }
    for (const { element, key, property } of fields) {
      element[property] = state?.[key] ?? element[property];
    }
  };
  const refilter = () => { settle(); filter(); save(); };

  /* Decisions */
  const show = () => {
    for (const card of cards) {
      const decision = decisions.get(card.print) ?? "";
      card.element.dataset.decision = decision;
      for (const button of all(".decide button", card.element)) {
        button.setAttribute("aria-pressed", decision.startsWith(button.dataset.do));
      }
    }
    byId("done").textContent = `${decisions.size} of ${decidable.size} reviewed`;
    Object.assign(byId("progress"), { max: decidable.size || 1, value: decisions.size });
  };

  const set = (print, decision) => {
    if (decision) decisions.set(print, decision); else decisions.delete(print);
    const kept = keep(DECISION + print, decision);
    show();
    filter();
    if (!kept) tell("This browser does not keep decisions: export them before you close the page.");
  };

  const decide = (card, decision, moving) => {
    if (!card?.print || !card.shown) return;
    const next = step(1);
    past.push([card, decisions.get(card.print)]);
    set(card.print, decision);
    if (next && (moving || !card.shown)) go(next);
  };
  const toggle = (card, name) => decide(card, decisions.get(card.print) === name ? "" : name);

  const undo = () => {
    const [card, before] = past.pop() ?? [];
    if (!card) return tell("Nothing to undo.");
    set(card.print, before);
    go(card);
  };

  const download = () => {
    const list = [...decidable.values()].filter((card) => decisions.has(card.print));
    const entry = ({ print, kind }) =>
      ({ fingerprint: print, rule: kind.split(" ").pop(), decision: decisions.get(print) });
    const content = { schema: "tmqa-decisions/1", decisions: list.map(entry) };
    const blob = new Blob([JSON.stringify(content, null, 2), "\n"], { type: "application/json" });
    const link = { href: URL.createObjectURL(blob), download: "tmqa-decisions.json" };
    Object.assign(document.createElement("a"), link).click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /* Moving about */
  const light = (chosen) => {
    const parts = chosen.flatMap((card) => [card.element, ...card.marks]);
    for (const element of all(".on")) element.classList.remove("on");
    for (const element of parts) element.classList.add("on");
  };
  const cardsAt = (element) => {
    const place = element.closest("mark, .card");
    const numbers = place ? (place.dataset.f ?? place.id.slice(1)).split(" ") : [];
    return numbers.map((number) => byNumber.get(number)).filter((card) => card.shown);
  };
  const point = (card) => {
    current?.element.removeAttribute("aria-current");
    current = card;
    current?.element.setAttribute("aria-current", "true");
    light(card ? [card] : []);
  };
  const go = (card) => {
    if (!card) return tell("No further finding.");
    if (!card.shown) { bar.reset(); refilter(); }
    card.element.focus({ preventScroll: true });
    card.element.scrollIntoView({ block: "center" });
    for (const { element } of [card.row, card]) element.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const start = cards.indexOf(current);
    const list = by > 0 ? cards.slice(start + 1) : cards.slice(0, Math.max(start, 0)).reverse();
    const below = (card) => start >= 0
      || card.row.element.getBoundingClientRect().bottom > bar.getBoundingClientRect().bottom;
    return list.find((card) => card.shown && below(card));
  };

  /* Copying and telling */
  let timer = 0;
  const tell = (text) => {
    byId("toast").textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { byId("toast").textContent = ""; }, 4000);
  };
  /* The older way serves pages that come over plain http, where there is no clipboard object. */
  const copy = async (text) => {
    const fill = (event) => { event.clipboardData.setData("text", text); event.preventDefault(); };
    try { await navigator.clipboard.writeText(text); } catch {
      document.addEventListener("copy", fill, { once: true });
      document.execCommand("copy");
    }
    tell(`Copied: ${text}`);
  };

  /* Events */
  const actions = {
    previous: () => go(step(-1)),
    next: () => go(step(1)),
    accept: (card) => toggle(card, "accepted"),
    reject: (card) => toggle(card, "rejected"),
    copy: (card, button) => copy(button.value),
    undo,
    export: download,
    help: () => byId("help").showModal(),
  };
  const keys = {
    j: actions.next,
    k: actions.previous,
    a: () => decide(current, "accepted", true),
    r: () => decide(current, "rejected", true),
    u: undo,
    c: () => current?.element.querySelector("button.copy")?.click(),
    f: () => { byId("filters").open = true; bar.elements.query.focus(); },
    "?": actions.help,
    escape: () => { document.activeElement.blur(); point(null); },
  };
  const GEORGIAN = { ჯ: "j", კ: "k", ა: "a", რ: "r", უ: "u", ც: "c", ფ: "f" };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    const [card] = cardsAt(event.target);
    if (button) actions[button.dataset.do](card, button);
    else if (card && event.target.closest("mark") && getSelection().isCollapsed) go(card);
    const menu = bar.querySelector(".menu");
    if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    const typing = event.target.matches("input[type=search], select");
    const key = event.key.toLowerCase();
    const arrow = event.target.matches(".card") && { arrowdown: "j", arrowup: "k" }[key];
    const act = keys[arrow || GEORGIAN[key] || key];
    if (!act || (typing && key !== "escape")) return;
    event.preventDefault();
    act();
  });
  /* Not mouseover: that also fires when a key scrolls the page under a resting pointer. */
  let under = null;
  document.addEventListener("mousemove", (event) => {
    if (event.target === under) return;
    under = event.target;
    light(cardsAt(under).length || !current ? cardsAt(under) : [current]);
  });
  document.addEventListener("focusin", (event) => {
    const [card] = event.target.closest(".card") ? cardsAt(event.target) : [];
    if (card) point(card);
  });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", () => setTimeout(refilter)); // The fields change after the event.
  bar.addEventListener("input", (event) => {
    if ("all" in event.target.dataset) {
      for (const box of members(event.target)) box.checked = event.target.checked;
    }
    refilter();
  });
  const follow = () => {
    if (byNumber.has(location.hash.slice(2))) go(byNumber.get(location.hash.slice(2)));
  };
  window.addEventListener("hashchange", follow);

  document.documentElement.classList.add("js");
  bar.hidden = false;
  bar.classList.toggle("bare", !cards.length);
  byId("filters").open = !matchMedia("(max-width: 700px)").matches;
  new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingTop = `${bar.offsetHeight + 8}px`;
  }).observe(bar);
  for (const print of decidable.keys()) {
    if (recall(DECISION + print)) decisions.set(print, recall(DECISION + print));
  }
  restore();
  settle();
  show();
  filter();
  follow();
})();
