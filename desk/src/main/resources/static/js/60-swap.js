/* After a part of the page was exchanged: nothing twice, the focus where it was, and news told to those who listen. */
(() => {
  const region = (urgent) => document.getElementById(urgent ? "assertive" : "polite");

  document.addEventListener("htmx:load", (event) => {
    const node = event.detail.elt;
    if (!(node instanceof Element)) return;
    if (node.id && document.querySelectorAll(`[id="${CSS.escape(node.id)}"]`).length > 1 && node.matches(".entry, .day")) { node.remove(); return; }
    [node, ...node.querySelectorAll("[data-say]")].filter((it) => it.dataset?.say).forEach((it) => {
      region(it.hasAttribute("data-urgent")).textContent = it.dataset.say;
    });
    if (node.matches("[data-toast]")) setTimeout(() => node.remove(), 8000);
    window.threeline.tick();
  });

  /* Rows that were not there before are washed in; opened reasons stay open. */
  let before = new Set(), opened = new Set(), scrolled = new Map();
  document.addEventListener("htmx:beforeSwap", (event) => {
    before = new Set([...document.querySelectorAll("[data-row]")].map((it) => it.id));
    opened = new Set([...document.querySelectorAll("details[open][id]")].map((it) => it.id));
    scrolled = new Map([...document.querySelectorAll("[data-keeps-scroll]")].map((it) => [it.id, it.scrollLeft]));
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    scrolled.forEach((left, id) => { const box = document.getElementById(id); if (box && box.scrollLeft !== left) box.scrollLeft = left; });
    if (event.detail.target?.matches("[data-list]") && before.size) {
      document.querySelectorAll("[data-row]").forEach((it) => it.classList.toggle("is-new", !before.has(it.id)));
    }
  });
  /* A menu in which somebody is writing stays while something happens to the ticket; how it stands is shown as it closes. */
  let asker = null, waiting = null;
  document.addEventListener("htmx:beforeSwap", (event) => { asker = event.detail.requestConfig?.elt ?? null; });
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.id !== "ticket-top") return;
    const menu = event.detail.target.querySelector("[popover]:popover-open");
    waiting = menu && !menu.contains(asker) ? event.detail.fragment.firstElementChild?.cloneNode(true) : null;
    waiting?.removeAttribute("hx-swap-oob");
    event.detail.shouldSwap = !waiting;
  });
  document.addEventListener("toggle", (event) => {
    if (!waiting || event.newState !== "closed" || !event.target.closest("#ticket-top")) return;
    document.getElementById("ticket-top").replaceWith(waiting);
    window.htmx.process(waiting);
    waiting = null;
  }, true);
  /* Another ticket was opened beside the list. */
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt.id !== "ticket") return;
    document.querySelectorAll("#pane [data-row]").forEach((it) => {
      if (it.id === `pane-${event.detail.elt.dataset.number}`) it.setAttribute("aria-current", "true");
      else it.removeAttribute("aria-current");
    });
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (document.activeElement !== document.body || !event.detail.requestConfig || event.detail.requestConfig.verb === "get") return;
    document.getElementById("subject")?.focus();
  });
  /* An answer whose asker was itself exchanged meanwhile is not put in; how things stand is asked for after each act. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.requestConfig?.elt.isConnected === false) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const ticket = document.getElementById("ticket");
    if (!ticket || !event.detail.requestConfig || event.detail.requestConfig.verb === "get") return;
    setTimeout(() => window.threeline.tell(`live:ticket-${ticket.dataset.number}`), 300);
  });
  document.addEventListener("htmx:sendError", () => {
    document.getElementById("toasts").innerHTML = '<div class="toast"><span>The desk could not be reached. What you wrote is kept; try again.</span></div>';
  });
  document.addEventListener("htmx:responseError", (event) => { if (event.detail.xhr.status === 401) location.reload(); });
  document.addEventListener("htmx:beforeRequest", (event) => event.detail.elt.querySelectorAll?.("[data-send]").forEach((it) => it.setAttribute("aria-busy", "true")));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.elt.querySelectorAll?.("[aria-busy]").forEach((it) => it.removeAttribute("aria-busy")));

  /* A menu closes when one of its choices was made. */
  document.addEventListener("submit", (event) => {
    if (event.target.querySelector("[data-refusal]")) event.target.querySelector("[data-refusal]").textContent = "";
    else event.target.closest("[popover]:not(#menu)")?.hidePopover();
  });

  /* A refusal is told beside what was refused, where there is a place for it. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const place = event.detail.elt.querySelector?.("[data-refusal]") || event.detail.requestConfig?.elt.querySelector?.("[data-refusal]");
    if (!place || event.detail.xhr.status < 400) return;
    const told = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").querySelector(".toast > span");
    if (!told) return;
    place.textContent = told.textContent;
    event.detail.shouldSwap = false;
  });
})();
