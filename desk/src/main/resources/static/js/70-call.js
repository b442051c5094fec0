/* While a call is logged its time runs, and the keys go from what is typed to whom it may be. */
(() => {
  const clock = document.querySelector("[data-call-clock]");
  if (clock) {
    const from = Date.now();
    clock.addEventListener("input", () => clock.dataset.said = "");
    setInterval(() => { if (clock.dataset.said === undefined) clock.value = `${Math.max(1, Math.ceil((Date.now() - from) / 60_000))}m`; }, 1000);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || !event.target.matches("[data-goes-down]")) return;
    const chosen = document.querySelector("#callers input:checked") || document.querySelector("#callers input");
    if (chosen) { event.preventDefault(); chosen.focus(); }
  });
})();
