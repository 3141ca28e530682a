"use strict";
(() => {
  const form = document.getElementById("_find");
  const search = document.getElementById("_search");
  const topic = document.getElementById("_topic");
  const state = document.getElementById("_state");
  const shown = form.querySelector(".shown");

  // Full-width letters, letter case and digit grouping make no difference to a search.
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/(\d),(?=\d)/g, "$1").replace(/\s+/g, " ");

  const sought = "h3, .value, .points, .quote, .translation, .details dd, .id";
  const claims = Array.from(document.querySelectorAll("article"), (element) => ({
    element,
    topic: element.dataset.topic,
    states: element.dataset.states.split(" "),
    text: fold(
      [element.dataset.topic, ...Array.from(element.querySelectorAll(sought), (e) => e.textContent)]
        .join("\n"),
    ),
  }));
  // What holds claims goes when none of them is left.
  const holders = new Map();
  for (const claim of claims) {
    claim.holders = [".batch", "section"].map((name) => claim.element.closest(name));
    for (const holder of claim.holders) holders.set(holder, 0);
  }

  // `hidden` is written only where it changes, which is what keeps thousands of facts quick.
  const hide = (element, hidden) => {
    if (element.hidden !== hidden) element.hidden = hidden;
  };

  const apply = () => {
    const words = fold(search.value).split(" ").filter(Boolean);
    let count = 0;
    for (const holder of holders.keys()) holders.set(holder, 0);
    for (const claim of claims) {
      const fits =
        (!topic.value || claim.topic === topic.value) &&
        (!state.value || claim.states.includes(state.value)) &&
        words.every((word) => claim.text.includes(word));
      hide(claim.element, !fits);
      for (const holder of claim.holders) holders.set(holder, holders.get(holder) + fits);
      count += fits;
    }
    for (const [holder, held] of holders) hide(holder, !held);
    const number = (n) => n.toLocaleString("en-US");
    const message = count ? shown.dataset.shown : shown.dataset.none;
    shown.textContent = message
      .replace("{count}", number(count))
      .replace("{total}", number(claims.length));
  };

  // What is above a fact takes its true height only when the browser is there, frame by frame.
  const settle = (target, frames) => {
    target.scrollIntoView();
    if (frames) requestAnimationFrame(() => settle(target, frames - 1));
  };

  // A link shows its fact, which the filters may hide.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || target.closest("article") === null) return;
    if (target.closest("[hidden]") !== null) {
      form.reset();
      apply();
    }
    settle(target, 10);
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields have their new values only after the event.
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
  reveal();
})();
