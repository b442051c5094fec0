/* What one writes is kept in the browser until it is sent: reloads, sign-ins and broken lines don't lose it. */
(() => {
  const key = (area) => `threeline:draft:${area.dataset.draft}`;
  const saved = (area, text) => {
    const note = area.form.querySelector(".saved") || document.querySelector(".composer .saved");
    if (note) note.textContent = text;
  };
  const restore = (root) => root.querySelectorAll?.("textarea[data-draft]").forEach((area) => {
    const kept = localStorage.getItem(key(area));
    if (kept && !area.value) { area.value = kept; saved(area, "Draft kept"); }
  });

  document.addEventListener("input", (event) => {
    const area = event.target;
    if (!area.matches("textarea[data-draft]")) return;
    if (area.value) localStorage.setItem(key(area), area.value);
    else localStorage.removeItem(key(area));
    saved(area, area.value ? `Draft kept ${window.threeline.clock()}` : "");
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (!event.detail.successful || !form.matches("form[data-writes]")) return;
    form.querySelectorAll("textarea[data-draft]").forEach((area) => { localStorage.removeItem(key(area)); saved(area, ""); });
    form.reset();
    files(form.querySelector("input[type=file]"));
  });

  /* The names of the chosen files, and which way of writing is chosen. */
  const files = (input) => {
    const list = input?.form.querySelector("[data-files]");
    if (list) list.textContent = [...input.files].map((it) => it.name).join(", ");
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("input[type=file]")) files(event.target);
    if (event.target.matches("input[name=write]")) document.querySelector(`#${event.target.value} textarea`)?.focus();
  });
  /* Who goes leaves nothing behind in the browser; whoever is merely asked to sign in again finds it. */
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-leaves]")) return;
    const begins = `threeline:draft:${event.target.dataset.leaves}`;
    Object.keys(localStorage).filter((it) => it.startsWith(begins)).forEach((it) => localStorage.removeItem(it));
  });
  restore(document);
  document.addEventListener("htmx:load", (event) => restore(event.detail.elt));
})();
