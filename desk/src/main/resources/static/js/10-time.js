/* Counts down, by the server's clock: what is due, and where now is on a bar. Text changes once a minute, below five
   minutes each second; when something comes due, the server is asked how things stand. */
(() => {
  const ahead = Number(document.body.dataset.now) - Date.now();
  const now = () => Date.now() + ahead;

  const words = (ms) => {
    const seconds = Math.floor(ms / 1000);
    if (seconds < 60) return `${seconds} s`;
    if (seconds < 300) return seconds % 60 ? `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, "0")} s` : `${seconds / 60} m`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return `${minutes} m`;
    return minutes % 60 ? `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} m` : `${minutes / 60} h`;
  };
  const span = (ms) => {
    const hours = Math.floor(ms / 36e5);
    if (hours < 48) return words(ms);
    return hours % 24 ? `${Math.floor(hours / 24)} d ${hours % 24} h` : `${hours / 24} d`;
  };

  let asked = 0;
  const ask = () => {
    if (Date.now() - asked < 10_000) return;
    asked = Date.now();
    window.threeline.tell("live:tickets");
    window.threeline.tell("live:promises");
  };

  const write = (node, text) => { if (node.textContent !== text) node.textContent = text; };

  const count = (node) => {
    const due = Number(node.dataset.due);
    const over = now() - due;
    if (over >= 0 && node.dataset.over === undefined) { ask(); return; }
    write(node, over >= 0 ? `${span(over)} over` : words(-over) + (node.dataset.more || ""));
  };

  /* Counted time goes on only while the calendar is open, which the server said until when. */
  const left = (node) => {
    const gone = Math.min(now(), Number(node.dataset.until)) - Number(node.dataset.at);
    write(node, words(Math.max(0, Number(node.dataset.left) - gone)) + " left");
    if (now() >= Number(node.dataset.until)) ask();
  };

  const bar = (svg) => {
    const { from, to, x, end } = svg.dataset;
    const share = Math.min(1, Math.max(0, (now() - from) / (to - from)));
    const place = `${(Number(x) + (end - x) * share).toFixed(2)}%`;
    svg.querySelector("[data-now]")?.setAttribute("x", place);
    const used = [...svg.querySelectorAll("[data-used]")].at(-1), rest = svg.querySelector("[data-rest]");
    const ends = used && parseFloat(used.getAttribute("x")) + parseFloat(used.getAttribute("width"));
    if (used && rest && Math.abs(ends - parseFloat(rest.getAttribute("x"))) < 0.05) used.setAttribute("width", `${(parseFloat(place) - parseFloat(used.getAttribute("x"))).toFixed(2)}%`);
    if (rest) { rest.setAttribute("x", place); rest.setAttribute("width", `${(end - parseFloat(place)).toFixed(2)}%`); }
  };

  const tick = () => {
    document.querySelectorAll("[data-due]").forEach(count);
    document.querySelectorAll("[data-left]").forEach(left);
    document.querySelectorAll("svg[data-from]").forEach(bar);
  };
  window.threeline = {
    now,
    tick,
    tell: (event) => htmx.trigger(document.body, event),
    clock: () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }),
  };
  setInterval(tick, 1000);
})();
