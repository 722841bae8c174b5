"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const at = (id) => document.getElementById(id);
  // A place that says the same again belongs to the same line.
  const lineOf = (anchor) => anchor.replace(/-again\d+$/, "");
  const about = (mark) => mark.dataset.f.split(" ").map(lineOf);
  const form = at("filters");
  const lines = all("[data-kind]");
  const marks = all("mark[data-f]");
  const words = at("filter-words"), person = at("filter-person"), item = at("filter-item");
  const flagged = at("filter-flagged"), told = at("filter-told");
  const kinds = all("input[name=kind]", form);

  function fits(line, wanted) {
    const data = line.dataset;
    return wanted.kinds.has(data.kind)
      && (!wanted.person || data.people.split(" ").includes(wanted.person))
      && (!wanted.item || data.item === wanted.item)
      && (!wanted.flagged || data.flagged === "1")
      && (!wanted.words || line.textContent.toLowerCase().includes(wanted.words));
  }

  function apply() {
    const wanted = {
      kinds: new Set(kinds.filter((box) => box.checked).map((box) => box.value)),
      person: person.value, item: item.value, flagged: flagged.checked, words: words.value.trim().toLowerCase(),
    };
    const off = new Set();
    let shown = 0;
    for (const line of lines) {
      const fit = fits(line, wanted);
      line.hidden = !fit;
      shown += fit ? 1 : 0;
      if (!fit && line.dataset.f) off.add(line.dataset.f);
    }
    for (const mark of marks) mark.classList.toggle("off", about(mark).every((one) => off.has(one)));
    for (const chip of all(".text .chip")) chip.classList.toggle("off", off.has(chip.dataset.f));
    for (const group of all(".group")) group.hidden = !all("[data-kind]", group).some((line) => !line.hidden);
    told.textContent = shown === lines.length ? `All ${shown} findings are shown.`
      : `${shown} of ${lines.length} findings are shown.`;
  }

  function arrive() {
    for (const mark of all("mark.at")) mark.classList.remove("at");
    const target = at(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    const anchor = target.id.replace(/^[ts]-/, "");
    for (const mark of marks) if (mark.dataset.f.split(" ").includes(anchor)) mark.classList.add("at");
    if (target.hidden) { target.hidden = false; }
  }

  form.hidden = false;
  form.addEventListener("input", apply);
  at("filter-clear").addEventListener("click", () => {
    for (const box of kinds) box.checked = true;
    flagged.checked = false;
    for (const field of [words, person, item]) field.value = "";
    apply();
    words.focus();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-f]");
    if (!mark || event.target.closest("a, .who") || String(getSelection())) return;
    location.hash = "s-" + about(mark).at(-1);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.body.classList.add("quiet");
  });
  for (const kind of ["focusin", "pointerover"]) {
    document.addEventListener(kind, (event) => {
      if (event.target.closest(".who")) document.body.classList.remove("quiet");
    });
  }
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("article details:not([open])");
    for (const box of opened) box.open = true;
  });
  addEventListener("afterprint", () => { for (const box of opened) box.open = false; });
  addEventListener("hashchange", arrive);
  arrive();
  apply();
})();
