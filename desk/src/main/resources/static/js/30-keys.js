/* Everything on the keyboard. Single letters are off while typing, and can be switched off for good. */
(() => {
  const SINGLE = "threeline:single-keys";
  const on = () => localStorage.getItem(SINGLE) !== "off";
  const typing = (node) => node.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  const open = () => document.querySelector("dialog[open], [popover]:popover-open:not(#menu)");
  let going = 0;

  const rows = () => [...document.querySelectorAll("a[data-row]")].filter((it) => it.checkVisibility());
  const step = (by) => {
    const all = rows();
    if (!all.length) return;
    const here = all.findIndex((it) => it === document.activeElement);
    const current = all.findIndex((it) => it.hasAttribute("aria-current"));
    const from = here >= 0 ? here : current >= 0 ? current : by > 0 ? -1 : all.length;
    const next = all[Math.min(all.length - 1, Math.max(0, from + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const press = (key) => {
    const node = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((it) => it.checkVisibility());
    if (!node) return false;
    if (node.matches("input[type=radio]")) { node.checked = true; node.dispatchEvent(new Event("change", { bubbles: true })); }
    else if (node.matches("summary")) { node.focus(); node.click(); }
    else node.click();
    enter(node.getAttribute("popovertarget"));
    return true;
  };
  const FOCUSABLE = "button, summary, select, textarea, input:not([type=hidden])";
  const enter = (menu) => {
    const open = menu && document.querySelector(`#${menu}:popover-open`);
    if (open && !open.contains(document.activeElement)) open.querySelector(FOCUSABLE)?.focus();
  };
  /* In a menu the arrows go from choice to choice. */
  const walk = (event) => {
    const menu = event.target.closest(".menu:popover-open");
    if (!menu || typing(event.target) || !/^Arrow(Up|Down)$/.test(event.key)) return false;
    const all = [...menu.querySelectorAll(FOCUSABLE)].filter((it) => it.checkVisibility());
    all[(all.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]?.focus();
    return true;
  };
  const go = (key) => document.querySelector(`[data-go="${CSS.escape(key)}"]`)?.click();

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit(event.target.form.querySelector("[data-send]"));
      return;
    }
    if (event.key === "Escape" && event.target.matches("textarea")) { event.target.blur(); return; }
    if (walk(event)) { event.preventDefault(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !on() || typing(event.target) || open()) return;
    if (Date.now() - going < 1500) { going = 0; event.preventDefault(); go(event.key); return; }
    if (event.key === "g") { going = Date.now(); return; }
    const did = event.key === "j" ? (step(1), true)
      : event.key === "k" ? (step(-1), true)
      : event.key === "o" ? document.activeElement.matches("a[data-row]") && (document.activeElement.click(), true)
      : event.key === "?" ? (document.getElementById("keys")?.showModal(), true)
      : press(event.key);
    if (did) event.preventDefault();
  });

  const single = document.getElementById("single-keys");
  if (single) {
    single.checked = on();
    single.addEventListener("change", () => localStorage.setItem(SINGLE, single.checked ? "on" : "off"));
  }
  document.addEventListener("click", (event) => {
    const opens = event.target.closest("[data-opens]");
    if (opens) { document.querySelectorAll("[popover]:popover-open").forEach((it) => it.hidePopover()); document.getElementById(opens.dataset.opens).showModal(); }
    const closes = event.target.closest("[data-closes]");
    if (closes) closes.closest(closes.dataset.closes).remove();
  });
})();
