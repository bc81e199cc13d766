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
  const store = {
    get(key) {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    set(key, value) {
      try {
        if (value) localStorage.setItem(key, value); else localStorage.removeItem(key);
        return true;
      } catch { return false; }
    },
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
  const wanted = () => {
    const data = new FormData(bar);
    return {
      severities: new Set(data.getAll("severity")),
      kinds: new Set(data.getAll("kind")),
      confidence: CONFIDENCES.indexOf(data.get("confidence")),
      only: data.has("only"),
      open: data.has("open"),
      query: data.get("query").trim().toLowerCase(),
    };
  };

  const contains = (row, query) => {
    row.text ||= all("p, h3", row.element).map((part) => part.textContent).join("\n").toLowerCase();
    return row.text.includes(query);
  };

  const filter = () => {
    const want = wanted();
    const counts = new Map();
    const count = (name) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const row of rows) row.hit = !want.query || contains(row, want.query);
    for (const card of cards) {
      const rest = card.row.hit && CONFIDENCES.indexOf(card.confidence) >= want.confidence
        && !(want.open && decisions.has(card.print));
      const severity = want.severities.has(card.severity);
      const kind = want.kinds.has(card.kind);
      card.shown = rest && severity && kind;
      card.element.hidden = !card.shown;
      if (rest && kind) count(card.severity);
      if (rest && severity) count(card.kind);
    }
    for (const row of rows) {
      row.shown = row.hit && (!want.only || row.cards.some((card) => card.shown));
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
      const numbers = live.map((card) => card.number).filter((number) => ends.includes(number));
      if (numbers.length) element.dataset.ends = numbers.join(" "); else delete element.dataset.ends;
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

  const fields = () => [...bar.elements].filter((field) => field.name);
  const fieldKey = (field) => (field.type === "checkbox" ? `${field.name} ${field.value}` : field.name);
  const save = () => {
    const state = fields().map((f) => [fieldKey(f), f.type === "checkbox" ? f.checked : f.value]);
    store.set(VIEW, JSON.stringify(Object.fromEntries(state)));
  };
  const restore = () => {
    let state = null;
    try { state = JSON.parse(store.get(VIEW)); } catch { /* An unreadable state is no state. */ }
    for (const field of fields()) {
      const value = state?.[fieldKey(field)];
      if (typeof value === "boolean") field.checked = value;
      else if (typeof value === "string") field.value = value;
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
    byId("progress").max = decidable.size || 1;
    byId("progress").value = decisions.size;
  };

  const set = (print, decision) => {
    if (decision) decisions.set(print, decision); else decisions.delete(print);
    const kept = store.set(DECISION + print, decision);
    show();
    filter();
    if (!kept) tell("This browser does not keep decisions: export them before you close the page.");
  };

  const decide = (card, decision) => {
    if (!card?.print) return;
    past.push([card, decisions.get(card.print)]);
    set(card.print, decision);
  };

  const undo = () => {
    const [card, before] = past.pop() ?? [];
    if (!card) { tell("Nothing to undo."); return; }
    set(card.print, before);
    go(card);
  };

  const download = () => {
    const list = [...decidable.values()].filter((card) => decisions.has(card.print)).map((card) => ({
      fingerprint: card.print,
      rule: card.kind.split(" ").pop(),
      decision: decisions.get(card.print),
    }));
    const text = JSON.stringify({ schema: "tmqa-decisions/1", decisions: list }, null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "application/json" }));
    link.download = "tmqa-decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /* Moving about */
  let lit = [];
  const light = (chosen) => {
    const parts = (list) => list.flatMap((card) => [card.element, ...card.marks]);
    for (const element of parts(lit)) element.classList.remove("on");
    for (const element of parts(chosen)) element.classList.add("on");
    lit = chosen;
  };
  const cardsAt = (element) => {
    const mark = element.closest?.("mark");
    if (mark) return mark.dataset.f.split(" ").map((n) => byNumber.get(n)).filter((c) => c.shown);
    const card = element.closest?.(".card");
    return card ? [byNumber.get(card.id.slice(1))] : [];
  };
  const point = (card) => {
    current?.element.removeAttribute("aria-current");
    current = card;
    current?.element.setAttribute("aria-current", "true");
    light(card ? [card] : []);
  };
  const go = (card) => {
    if (!card) { tell("No further finding."); return; }
    if (!card.shown) {
      bar.reset();
      refilter();
    }
    card.element.focus({ preventScroll: true });
    card.element.scrollIntoView({ block: "center" });
  };
  const step = (by) => {
    const start = cards.indexOf(current);
    const list = by > 0 ? cards.slice(start + 1) : cards.slice(0, Math.max(start, 0)).reverse();
    const below = (card) => start >= 0
      || card.row.element.getBoundingClientRect().bottom > bar.getBoundingClientRect().bottom;
    return list.find((card) => card.shown && below(card));
  };
  const judge = (decision) => {
    if (!current?.shown) { tell("Choose a finding first: j or k."); return; }
    const next = step(1);
    decide(current, decision);
    if (next) go(next);
  };
  const toggle = (card, name) => {
    decide(card, decisions.get(card.print) === name ? undefined : name);
    const next = card.shown ? null : step(1);
    if (next) go(next);
  };

  /* Copying and telling */
  let timer = 0;
  const tell = (text) => {
    byId("toast").textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { byId("toast").textContent = ""; }, 4000);
  };
  const copyByHand = (text) => {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); } catch { copyByHand(text); }
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
    a: () => judge("accepted"),
    r: () => judge("rejected"),
    u: undo,
    c: () => current?.element.querySelector("button.copy")?.click(),
    f: () => { byId("filters").open = true; bar.elements.query.focus(); },
    "?": actions.help,
    Escape: () => { document.activeElement.blur(); point(null); },
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
    const arrow = event.target.matches(".card") && { ArrowDown: "j", ArrowUp: "k" }[event.key];
    const act = keys[arrow || GEORGIAN[event.key] || event.key];
    if (!act || (typing && event.key !== "Escape")) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("mouseover", (event) => {
    const found = cardsAt(event.target);
    light(found.length || !current ? found : [current]);
  });
  document.addEventListener("focusin", (event) => {
    const [card] = event.target.closest(".card") ? cardsAt(event.target) : [];
    if (card) point(card);
  });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", () => setTimeout(refilter));
  bar.addEventListener("input", (event) => {
    if ("all" in event.target.dataset) {
      for (const box of members(event.target)) box.checked = event.target.checked;
    }
    refilter();
  });
  const follow = () => {
    const card = byNumber.get(location.hash.slice(2));
    if (card) go(card);
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
    const decision = store.get(DECISION + print);
    if (decision) decisions.set(print, decision);
  }
  restore();
  settle();
  show();
  filter();
  follow();
})();
