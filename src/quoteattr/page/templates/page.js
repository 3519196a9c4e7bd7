"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const numbers = (value) => (value ? value.split(" ") : []);
  const panel = document.getElementById("quotations");
  const filters = document.getElementById("filters");
  const status = document.getElementById("status");
  const cards = new Map(all(".card").map((card) => [card.dataset.number, card]));
  const badges = new Map(all("#text .badge").map((badge) => [badge.id.slice(1), badge]));
  const pieces = all("#text .piece");
  let visible = new Set(cards.keys());
  let chosen = null;

  const colour = (number) => cards.get(number).dataset.voice;
  const mark = (piece, name, value) => {
    if (value === undefined) delete piece.dataset[name];
    else piece.dataset[name] = value;
  };

  // Each piece takes the look of the innermost quotation that the filters leave.
  const paint = (piece) => {
    const shown = (name) => numbers(piece.dataset[name]).filter((number) => visible.has(number));
    const around = shown("in"), sources = shown("source"), cues = shown("cue");
    const inner = around.at(-1);
    mark(piece, "voice", inner && colour(inner));
    mark(piece, "around", around.length > 1 ? colour(around.at(-2)) : undefined);
    mark(piece, "marked", shown("quoted").includes(inner) ? "" : undefined);
    mark(piece, "sourceVoice", sources.length ? colour(sources.at(-1)) : undefined);
    piece.classList.toggle("source", sources.length > 0);
    piece.classList.toggle("cue", cues.length > 0);
  };

  const highlight = () => {
    const speaker = chosen && cards.get(chosen).dataset.speaker;
    const has = (piece, name, number) => numbers(piece.dataset[name]).includes(number);
    for (const piece of pieces) {
      piece.classList.toggle("on", chosen !== null && has(piece, "in", chosen));
      piece.classList.toggle("on-source", chosen !== null && has(piece, "source", chosen));
      piece.classList.toggle("on-cue", chosen !== null && has(piece, "cue", chosen));
      piece.classList.toggle("on-mention", chosen !== null && has(piece, "mention", speaker));
    }
    for (const [number, badge] of badges) {
      badge.classList.toggle("on", number === chosen);
      if (number === chosen) badge.setAttribute("aria-current", "true");
      else badge.removeAttribute("aria-current");
    }
  };

  const choose = (number, focus) => {
    const before = chosen;
    chosen = visible.has(number) ? number : null;
    for (const [other, card] of cards) card.hidden = other !== chosen;
    panel.hidden = chosen === null;
    highlight();
    if (chosen === null) {
      if (focus && badges.has(before)) badges.get(before).focus();
      return;
    }
    panel.scrollTop = 0;
    if (focus) document.getElementById(`h${chosen}`).focus({ preventScroll: true });
    else status.textContent = badges.get(chosen).getAttribute("aria-label");
  };

  const reveal = () => {
    if (chosen === null) return;
    const badge = badges.get(chosen), { top, bottom } = badge.getBoundingClientRect();
    const covered = getComputedStyle(panel).position === "fixed";
    const floor = covered ? panel.getBoundingClientRect().top : innerHeight;
    if (top >= 0 && bottom <= floor) return;
    scrollBy({ top: top - floor / 3 });
  };

  const go = (step) => {
    const order = [...visible];
    choose(order[(order.indexOf(chosen) + step + order.length) % order.length], false);
    reveal();
  };

  const filter = () => {
    const data = new FormData(filters);
    const least = Number(data.get("least"));
    const allows = (name, value) => !data.has(name) || data.getAll(name).includes(value);
    visible = new Set();
    for (const [number, { dataset }] of cards) {
      const passes = allows("voice", dataset.speaker) && allows("kind", dataset.kind) &&
        allows("mode", dataset.mode) && Number(dataset.sure) * 100 >= least;
      if (passes) visible.add(number);
      cards.get(number).classList.toggle("off", !passes);
      badges.get(number).hidden = !passes;
    }
    pieces.forEach(paint);
    document.getElementById("least-shown").textContent = `${least}%`;
    if (chosen !== null && !visible.has(chosen)) choose(null, false);
    status.textContent = `${visible.size} of ${cards.size} quotations shown`;
  };

  document.getElementById("text").addEventListener("click", (event) => {
    const badge = event.target.closest(".badge");
    if (badge) {
      event.preventDefault();
      choose(badge.id.slice(1), event.detail === 0);
      reveal();
      return;
    }
    const { in: around, source, cue } = event.target.closest(".piece")?.dataset ?? {};
    if (!getSelection().isCollapsed) return;
    const number = [cue, source, around].map((value) => numbers(value).filter((one) => visible.has(one)).at(-1)).find(Boolean);
    if (number) choose(number, false);
    reveal();
  });
  panel.addEventListener("click", (event) => {
    const { target } = event;
    if (target.dataset.go === "0") choose(null, true);
    else if (target.dataset.go) go(Number(target.dataset.go));
    else if (target.matches("a[href^='#q']")) {
      event.preventDefault();
      choose(target.hash.slice(2), true);
      reveal();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen !== null) choose(null, true);
  });
  filters.addEventListener("input", filter);
  filters.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    filters.reset();
    filter();
  });
  filters.addEventListener("submit", (event) => event.preventDefault());

  document.documentElement.classList.add("live");
  filter();
  choose(/^#q\d+$/.test(location.hash) ? location.hash.slice(2) : null, false);
  reveal();
})();
