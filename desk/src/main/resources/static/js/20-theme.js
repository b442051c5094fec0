/* Light, dark, or as the system has it: changed at once, kept in a cookie so that the next page comes right. */
(() => {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".me-theme") || !event.submitter) return;
    event.preventDefault();
    const theme = event.submitter.value;
    document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    event.target.querySelectorAll("button").forEach((it) => it.setAttribute("aria-pressed", it.value === theme));
  });
})();
