/* Writing the charter: numbers beside its lines, marks where something is wrong, and the way from a finding to its line. */
(() => {
  const area = () => document.getElementById("charter-text");
  const findings = () => [...document.querySelectorAll("#findings [data-line]")];
  let last = -1;

  const number = () => {
    const text = area(), gutter = document.getElementById("gutter");
    if (!text || !gutter) return;
    const count = text.value.split("\n").length;
    text.rows = count + 2;
    const worst = new Map();
    findings().forEach((it) => { if (it.dataset.kind === "error" || !worst.has(it.dataset.line)) worst.set(it.dataset.line, it.dataset.kind); });
    gutter.replaceChildren(...Array.from({ length: count }, (_, index) => {
      const line = document.createElement("li");
      line.textContent = index + 1;
      const kind = worst.get(String(index + 1));
      if (kind) line.dataset.kind = kind;
      return line;
    }));
    const next = document.querySelector("[data-next-finding]");
    if (next) next.hidden = findings().length === 0;
  };

  const go = (finding) => {
    const text = area(), lines = text.value.split("\n"), line = Number(finding.dataset.line);
    const start = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0) + Number(finding.dataset.column) - 1;
    const rest = text.value.slice(start).match(/^[^\s,\]}#:]*/)[0];
    text.focus({ preventScroll: true });
    text.setSelectionRange(start, start + rest.length);
    document.getElementById("gutter").children[line - 1]?.scrollIntoView({ block: "center" });
    last = findings().indexOf(finding);
  };
  const next = () => {
    const all = findings();
    if (all.length) go(all[(last + 1) % all.length]);
  };

  document.addEventListener("click", (event) => {
    const place = event.target.closest("[data-goes]");
    if (place && area()) { event.preventDefault(); go(place.closest("[data-line]")); }
    if (event.target.closest("[data-next-finding]")) next();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8" && area()) { event.preventDefault(); next(); }
  });
  document.addEventListener("input", (event) => { if (event.target === area()) number(); });
  document.addEventListener("htmx:afterSwap", number);
  number();
})();
