/* What others do arrives by itself. One tab listens to the server and tells the others, since a browser keeps only few
   connections to one server; without locks (no secure context) each tab listens for itself. */
(() => {
  const url = document.body.dataset.live;
  if (!url) return;
  const others = new BroadcastChannel(`threeline:live:${url}`);
  const word = document.getElementById("live-word"), dot = document.getElementById("live-dot");
  const say = (live) => {
    if (!word) return;
    word.textContent = live ? "Live" : "Not live, trying again";
    dot.toggleAttribute("data-off", !live);
  };

  /* At most one round a second: the first at once, what comes in between together at its end. */
  const pending = new Set();
  let last = 0, timer = 0;
  const flush = () => {
    last = Date.now();
    timer = 0;
    const numbers = [...pending];
    pending.clear();
    window.threeline.tell("live:tickets");
    numbers.forEach((it) => window.threeline.tell(`live:ticket-${it}`));
  };
  const hear = (numbers) => {
    numbers.split(",").filter(Boolean).forEach((it) => pending.add(it));
    if (!timer) timer = setTimeout(flush, Math.max(0, last + 1000 - Date.now()));
  };

  /* Whoever is signed in no longer sees that at once, in every tab: what they look at leads to the door now. */
  const leave = async () => {
    const asks = { method: "HEAD", redirect: "manual", headers: { Accept: "text/html" } };
    const answer = await fetch(location.href, asks).catch(() => null);
    if (answer?.type !== "opaqueredirect") return;
    location.reload();
    await new Promise(() => {});
  };

  const listen = () => new Promise((ended) => {
    const source = new EventSource(url);
    source.addEventListener("news", (event) => { hear(event.data); others.postMessage({ numbers: event.data }); });
    source.addEventListener("open", () => { say(true); others.postMessage({ live: true }); });
    const close = () => { source.close(); say(false); setTimeout(ended, 2000); };
    source.addEventListener("over", close);
    source.addEventListener("bye", () => {
      source.close();
      others.postMessage({ bye: true });
      leave().then(close);
    });
    source.addEventListener("error", () => {
      say(false);
      others.postMessage({ live: false });
      if (source.readyState === EventSource.CLOSED) setTimeout(ended, 5000);
    });
    addEventListener("pagehide", () => { source.close(); ended(); }, { once: true });
  });
  const always = async () => {
    for (let missed = false; document.visibilityState !== "gone"; missed = true) {
      if (missed) hear("");
      await listen();
    }
  };

  others.onmessage = ({ data }) => { if (data.numbers !== undefined) hear(data.numbers); if (data.live !== undefined) say(data.live); if (data.bye) leave(); };
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  if (navigator.locks) navigator.locks.request(`threeline:live:${url}`, always);
  else always();
})();
