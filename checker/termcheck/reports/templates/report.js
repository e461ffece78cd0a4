"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = byId("filters");
  const shown = byId("shown");
  const inspector = byId("inspector");
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

  const parts = all("#findings .concept").map((element) => ({
    element,
    head: null,
    cards: all(".finding", element),
  }));
  const cards = new Map();
  for (const part of parts) {
    for (const element of part.cards) {
      cards.set(element.id, { element, part, text: null, visible: true });
    }
  }
  const hits = all(".hit[data-findings]");
  const notes = all("[data-card]");
  const cardsOf = (hit) => hit.dataset.findings.split(" ").map((number) => cards.get("finding-" + number));

  // ---------------------------------------------------------------------------------------------- filters
  const headOf = (part) =>
    (part.head ??= fold(all("h3, summary, .action, .renderings, header code", part.element).map((e) => e.textContent).join(" ")));
  const textOf = (card) => (card.text ??= fold(card.element.textContent));

  function wanted() {
    const data = new FormData(form);
    return {
      words: fold(data.get("q")),
      severity: data.getAll("severity"),
      concept: data.get("concept"),
      rule: data.get("rule"),
      file: data.get("file"),
      open: data.has("open"),
    };
  }

  function matches(card, want) {
    const data = card.element.dataset;
    return (
      (!want.severity.length || want.severity.includes(data.severity)) &&
      (!want.concept || data.concept === want.concept) &&
      (!want.rule || data.rule === want.rule) &&
      (!want.file || data.file === want.file) &&
      (!want.open || data.decided === undefined) &&
      (!want.words || textOf(card).includes(want.words) || headOf(card.part).includes(want.words))
    );
  }

  const setHidden = (element, hidden) => { if (element.hidden !== hidden) element.hidden = hidden; };
  const matrixRows = all("tr[data-part]");
  const texts = all("article.text");
  const notedCards = notes.map((element) => ({ element, card: cards.get(element.dataset.card) }));
  let later = 0;
  const hitCards = hits.map((element) => ({ element, cards: cardsOf(element).filter(Boolean), off: false }));

  function apply() {
    const want = wanted();
    const narrowed = Boolean(want.severity.length || want.concept || want.rule || want.file || want.open);
    const active = narrowed || Boolean(want.words);
    let count = 0;
    const files = new Set();
    for (const card of cards.values()) {
      card.visible = matches(card, want);
      setHidden(card.element, !card.visible);
      if (card.visible) {
        count += 1;
        files.add(card.element.dataset.file);
      }
    }
    const hiddenParts = new Set();
    for (const part of parts) {
      const found = part.cards.length
        ? part.cards.some((element) => !element.hidden)
        : !narrowed && headOf(part).includes(want.words);
      setHidden(part.element, active && !found);
      if (part.element.hidden) hiddenParts.add(part.element.dataset.part);
    }
    clearTimeout(later);
    later = setTimeout(() => applyToTheRest(active, files, hiddenParts));
    for (const id of ["consistent", "others"]) {
      const section = byId(id);
      if (section) setHidden(section, active && all(".concept", section).every((element) => element.hidden));
    }
    const total = Number(shown.dataset.total);
    shown.textContent = active ? `${count} of ${total} findings` : `${total} ${total === 1 ? "finding" : "findings"}`;
    form.classList.toggle("active", active);
  }

  // The matrix and the articles stand above and below what is decided on: they follow when the findings are there.
  function applyToTheRest(active, files, hiddenParts) {
    for (const row of matrixRows) setHidden(row, hiddenParts.has(row.dataset.part));
    for (const text of texts) setHidden(text, active && !files.has(text.dataset.file));
    for (const note of notedCards) setHidden(note.element, !note.card?.visible);
    for (const hit of hitCards) {
      const off = !hit.cards.some((card) => card.visible);
      if (off !== hit.off) hit.element.classList.toggle("off", (hit.off = off));
    }
  }

  // A filter is part of the address, so that it can be bookmarked and sent: #q=council&severity=error
  function toAddress() {
    const address = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) address.append(name, value);
    history.replaceState(null, "", address.size ? "#" + address : "#findings");
  }

  function fromAddress() {
    const fragment = location.hash.slice(1);
    if (!fragment.includes("=")) return reveal(fragment);
    fill(new URLSearchParams(fragment));
    byId("findings").scrollIntoView();
  }

  function fill(address) {
    form.reset();
    for (const field of form.elements) {
      if (field.type === "checkbox") {
        field.checked = address.getAll(field.name).some((value) => value.split(",").includes(field.value));
      } else if (field.name) {
        field.value = address.get(field.name) ?? "";
        if (field.value === "" && field.type.startsWith("select")) field.selectedIndex = 0;
      }
    }
    apply();
  }

  // The target of a link may be filtered out or folded away.
  function reveal(id) {
    const target = id && byId(id);
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      apply();
    }
    const folded = target.closest("details");
    if (folded) folded.open = true;
    target.scrollIntoView();
    target.closest(".hit")?.focus({ preventScroll: true });
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { apply(); toAddress(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); toAddress(); }));
  for (const link of all("[data-filter]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      fill(new URLSearchParams(link.dataset.filter));
      toAddress();
      byId("findings").scrollIntoView();
      byId("findings").focus({ preventScroll: true });
    });
  }
  addEventListener("hashchange", fromAddress);
  addEventListener("termcheck-decided", () => { if (wanted().open) apply(); });

  // -------------------------------------------------------------------------------------------- inspector
  let current = null;

  function inspect(hit) {
    if (current) current.classList.remove("current");
    current = hit;
    hit.classList.add("current");
    const copies = cardsOf(hit).filter(Boolean).map((card) => {
      const copy = document.createElement("div");
      copy.className = card.element.className;
      for (const child of card.element.children) {
        if (child.localName !== "blockquote") copy.append(child.cloneNode(true));
      }
      return copy;
    });
    inspector.querySelector(".content").replaceChildren(...copies);
    inspector.querySelector(".buttons a").setAttribute("href", hit.getAttribute("href"));
    inspector.hidden = false;
    const hidden = hit.getBoundingClientRect().bottom - inspector.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, hidden + 24);
  }

  function close() {
    if (current) current.classList.remove("current");
    inspector.hidden = true;
  }

  function step(by) {
    const open = hits.filter((hit) => !hit.classList.contains("off") && !hit.closest("[hidden]"));
    const next = open[open.indexOf(current) + by];
    if (next) next.focus();
  }

  for (const hit of hits) {
    hit.addEventListener("focus", () => inspect(hit));
    hit.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      hit.focus();
      inspect(hit);
    });
  }
  inspector.addEventListener("click", (event) => {
    const button = event.target.closest("button, a");
    if (!button) return;
    if (button.dataset.step) return step(Number(button.dataset.step));
    close();
    if (button.localName === "button" && current) current.focus({ preventScroll: true });
    inspector.hidden = true;
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !inspector.hidden) close();
  });

  form.hidden = false;
  document.documentElement.classList.add("scripted");
  apply();
  fromAddress();
})();
