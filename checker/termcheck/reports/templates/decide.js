"use strict";
// The report as a place to work: decisions on findings and renderings, kept in the browser until they are exported.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const desk = byId("desk");
  const panel = byId("panel");
  if (!desk || !panel) return;

  // What can be decided: key -> name of the decision (as `termcheck decide` reads it) and what the page calls it.
  const CHOICES = {
    a: { value: "accept", label: "Use the suggestion", done: "use the suggestion" },
    r: { value: "replace", label: "Use another name …", done: "write" },
    m: { value: "admit", label: "Admit this name", done: "admit it in the glossary" },
    d: { value: "deprecate", label: "Deprecate this name", done: "deprecate it in the glossary" },
    i: { value: "ignore", label: "Ignore here", done: "ignore here" },
    e: { value: "ignore-everywhere", label: "Ignore everywhere", done: "ignore everywhere" },
    f: { value: "false-alarm", label: "False alarm", done: "a false alarm" },
  };
  const BY_VALUE = Object.fromEntries(Object.values(CHOICES).map((choice) => [choice.value, choice]));
  const VERSION = 1;
  const STORE = "termcheck-decisions:" + desk.dataset.report;

  // ---------------------------------------------------------------------------------------------- targets
  // A target is a card (one finding) or a row of a table of renderings (every finding of that rendering).
  const cards = all("#findings .finding");
  const rows = all("tr[data-rendering]");
  const keyOf = (element) =>
    element.dataset.rendering === undefined
      ? JSON.stringify([element.dataset.file, element.dataset.fingerprint])
      : JSON.stringify(["", element.dataset.concept, element.dataset.lang, element.dataset.rendering]);
  const targets = new Map([...cards, ...rows].map((element) => [keyOf(element), element]));
  const fold = (text) => (text ?? "").normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
  const rowsByForm = new Map();
  for (const row of rows) rowsByForm.set(JSON.stringify([row.dataset.concept, fold(row.dataset.rendering)]), row);
  const rowOf = (card) =>
    rowsByForm.get(JSON.stringify([card.dataset.concept, fold(card.dataset.form)])) ??
    rowsByForm.get(JSON.stringify([card.dataset.concept, fold(card.dataset.matched)]));

  const mendable = new Set(cards.filter((card) => card.dataset.suggestion !== undefined).map(rowOf));
  const found = new Set(cards.map(rowOf));

  function choicesFor(element) {
    if (element.dataset.rendering !== undefined) {
      if (element.classList.contains("preferred")) return [];
      return [...(mendable.has(element) ? "a" : ""), ...(found.has(element) ? "rmdef" : "d")];
    }
    if (!element.dataset.concept) return element.dataset.suggestion === undefined ? [] : ["a"];
    return Object.keys(CHOICES).filter((key) => key !== "a" || element.dataset.suggestion !== undefined);
  }

  // ------------------------------------------------------------------------------------------------ state
  let decided = new Map();
  let past = [];
  let isDirty = false;

  function load() {
    try {
      const kept = JSON.parse(localStorage.getItem(STORE) ?? "[]");
      decided = new Map(kept.filter(([key]) => targets.has(key)));
    } catch {
      decided = new Map();
    }
  }

  function keep() {
    isDirty = true;
    try {
      localStorage.setItem(STORE, JSON.stringify([...decided]));
      desk.classList.remove("unkept");
    } catch {
      desk.classList.add("unkept");
    }
  }

  function change(key, decision) {
    past.push([key, decided.get(key)]);
    if (decision) decided.set(key, decision);
    else decided.delete(key);
    keep();
    show(key);
    tell();
  }

  function undo() {
    const last = past.pop();
    if (!last) return;
    const [key, before] = last;
    if (before) decided.set(key, before);
    else decided.delete(key);
    keep();
    show(key);
    tell();
    select(targets.get(key));
  }

  const decisionOf = (card) => {
    const row = rowOf(card);
    return decided.get(keyOf(card)) ?? (row && decided.get(keyOf(row)));
  };

  // ---------------------------------------------------------------------------------------------- showing
  function verdict(decision, isShared) {
    const words = BY_VALUE[decision.decision].done + (decision.replacement ? ` “${decision.replacement}”` : "");
    return `Decided: ${words}${isShared ? " (for this rendering)" : ""}${decision.comment ? ` — ${decision.comment}` : ""}`;
  }

  function show(key) {
    const element = targets.get(key);
    paint(element);
    if (element.dataset.rendering !== undefined) {
      for (const card of cards) if (rowOf(card) === element) paint(card);
    }
  }

  function paint(element) {
    const own = decided.get(keyOf(element));
    const decision = element.dataset.rendering === undefined ? decisionOf(element) : own;
    element.classList.toggle("decided", Boolean(decision));
    element.toggleAttribute("data-decided", Boolean(decision));
    let note = element.querySelector(".verdict");
    if (!decision) return note?.remove();
    if (!note) {
      note = document.createElement("p");
      note.className = "verdict";
      (element.localName === "tr" ? element.cells[0] : element).append(note);
    }
    note.textContent = verdict(decision, decision !== own);
  }

  const progress = byId("progress");
  const meter = desk.querySelector("progress");
  function tell() {
    const done = cards.filter(decisionOf).length;
    progress.textContent = `${done} of ${cards.length} decided`;
    meter.value = done;
    meter.max = Math.max(1, cards.length);
    byId("undo").disabled = !past.length;
    byId("export").disabled = !decided.size;
    dispatchEvent(new CustomEvent("termcheck-decided"));
  }

  // ------------------------------------------------------------------------------------------- the panel
  let current = null;

  function select(element, isQuiet) {
    const isOther = element !== current;
    current?.classList.remove("chosen");
    current = element ?? null;
    if (!current) {
      panel.hidden = true;
      return;
    }
    current.classList.add("chosen");
    const own = decided.get(keyOf(current));
    const buttons = choicesFor(current).map((key) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.choice = key;
      button.append(CHOICES[key].label, " ", Object.assign(document.createElement("kbd"), { textContent: key }));
      button.setAttribute("aria-pressed", String(own?.decision === CHOICES[key].value));
      return button;
    });
    panel.querySelector(".choices").replaceChildren(...buttons);
    panel.querySelector("form").hidden = true;
    if (isOther || own) byId("comment").value = own?.comment ?? "";
    byId("forget").disabled = !own;
    place();
    panel.hidden = false;
    if (!isQuiet) {
      current.scrollIntoView({ block: "nearest" });
      (current.localName === "tr" ? panel : current).focus({ preventScroll: true });
    }
  }

  function place() {
    if (current.localName === "tr") current.closest(".scroll").after(panel);
    else current.append(panel);
  }

  function choose(key) {
    if (!current || !choicesFor(current).includes(key)) return;
    if (key === "r") return ask();
    const decision = { decision: CHOICES[key].value };
    put(decision);
    if (current.dataset.rendering === undefined) step(1, true);
  }

  function put(decision) {
    const comment = byId("comment").value.trim();
    if (comment) decision.comment = comment;
    change(keyOf(current), decision);
    select(current, true);
  }

  // Another name: one of the approved ones, or any text.
  function ask() {
    const form = panel.querySelector("form");
    const list = byId("names-approved");
    const concept = current.dataset.concept;
    const names = rows
      .filter((row) => row.dataset.concept === concept && row.dataset.approved !== undefined)
      .map((row) => row.dataset.rendering);
    if (current.dataset.preferred) names.unshift(current.dataset.preferred);
    list.replaceChildren(...[...new Set(names)].map((name) => Object.assign(document.createElement("option"), { value: name })));
    form.hidden = false;
    const field = byId("replacement");
    field.value = decided.get(keyOf(current))?.replacement ?? "";
    field.focus();
  }

  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const replacement = byId("replacement").value.replace(/\s+/gu, " ").trim();
    if (replacement) put({ decision: "replace", replacement });
    current?.focus();
  });
  panel.querySelector(".choices").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) choose(button.dataset.choice);
  });
  byId("forget").addEventListener("click", () => {
    change(keyOf(current), null);
    select(current, true);
  });
  byId("comment").addEventListener("change", () => {
    const own = current && decided.get(keyOf(current));
    if (!own) return;
    const comment = byId("comment").value.trim();
    const next = { ...own, comment };
    if (!comment) delete next.comment;
    change(keyOf(current), next);
  });

  // -------------------------------------------------------------------------------------------- moving on
  const isShown = (element) => !element.hidden && !element.closest("[hidden]");

  function step(by, isNextOpen) {
    let at = cards.indexOf(current);
    if (at < 0) at = by > 0 ? -1 : cards.length;
    for (at += by; at >= 0 && at < cards.length; at += by) {
      if (isShown(cards[at]) && !(isNextOpen && decisionOf(cards[at]))) return select(cards[at]);
    }
  }

  for (const element of targets.values()) {
    element.tabIndex = element.localName === "tr" ? -1 : 0;
    if (element.localName === "tr" && choicesFor(element).length) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "for-all";
      button.textContent = "Decide for all";
      button.addEventListener("click", () => select(element));
      element.cells[0].append(" ", button);
    }
  }
  byId("findings").addEventListener("click", (event) => {
    const card = event.target.closest(".finding");
    if (card && !event.target.closest("a, button, input, form")) select(card, true);
  });
  byId("findings").addEventListener("focusin", (event) => {
    if (event.target.matches(".finding") && event.target !== current) select(event.target, true);
  });

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) {
      const leaves = event.key === "Escape" || (event.key === "Enter" && event.target.id === "comment");
      if (leaves && panel.contains(event.target)) (current?.localName === "tr" ? panel : current)?.focus();
      return;
    }
    const acts = {
      j: () => step(1), k: () => step(-1), n: () => step(1, true), u: undo, c: () => current && byId("comment").focus(),
      x: () => current && decided.has(keyOf(current)) && (change(keyOf(current), null), select(current, true)),
      "?": () => { byId("keys").open = !byId("keys").open; },
    };
    const act = acts[event.key] ?? (CHOICES[event.key] && (() => choose(event.key)));
    if (!act) return;
    event.preventDefault();
    act();
  });

  // ------------------------------------------------------------------------------------------- exporting
  function exported() {
    const decisions = [];
    for (const [key, decision] of decided) {
      const data = targets.get(key).dataset;
      const about = data.rendering === undefined
        ? { concept: data.concept, text: data.form, file: data.file, fingerprint: data.fingerprint }
        : { concept: data.concept, lang: data.lang, text: data.rendering };
      decisions.push({ ...about, ...decision });
    }
    const articles = all("article.text").map((article) => article.dataset.file);
    return JSON.stringify({ version: VERSION, articles, decisions }, null, 1) + "\n";
  }

  byId("export").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
    link.download = "termcheck-decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    isDirty = false;
  });
  byId("undo").addEventListener("click", undo);
  addEventListener("beforeunload", (event) => {
    if (isDirty && desk.classList.contains("unkept")) event.preventDefault();
  });

  // ------------------------------------------------------------------------------------- pictures' numbers
  for (const figure of all("figure.picture")) {
    const told = figure.querySelector("output");
    const tellOf = (event) => {
      const point = event.target.closest("[data-say]");
      if (point) told.textContent = point.dataset.say;
    };
    figure.addEventListener("pointerover", tellOf);
    figure.addEventListener("focusin", tellOf);
  }

  load();
  for (const key of decided.keys()) show(key);
  desk.hidden = false;
  tell();
})();
