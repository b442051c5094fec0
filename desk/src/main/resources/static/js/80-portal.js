/* Files of a form: their names, whether they are too much, and dropping them. All of it goes without this too. */
(() => {
  const list = (input) => {
    const place = input.closest(".field").querySelector("[data-chosen]");
    const files = [...input.files];
    place.replaceChildren(...files.map((file) => {
      const item = document.createElement("li");
      item.textContent = file.name;
      return item;
    }));
    const much = files.reduce((sum, file) => sum + file.size, 0) > Number(input.dataset.most);
    input.setCustomValidity(much ? input.dataset.tooMuch : "");
    if (much) input.reportValidity();
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("input.p-file")) list(event.target);
  });
  const zone = (event) => event.target.closest?.(".drop");
  document.addEventListener("dragover", (event) => {
    if (zone(event)) { event.preventDefault(); zone(event).dataset.over = ""; }
  });
  document.addEventListener("dragleave", (event) => { if (zone(event)) delete zone(event).dataset.over; });
  document.addEventListener("drop", (event) => {
    const drop = zone(event);
    if (!drop) return;
    event.preventDefault();
    delete drop.dataset.over;
    const input = drop.querySelector("input");
    const all = new DataTransfer();
    [...input.files, ...event.dataTransfer.files].forEach((file) => all.items.add(file));
    input.files = all.files;
    list(input);
  });

  /* What was sent is no draft any more. */
  document.querySelectorAll("[data-draft-done]").forEach((it) => it.dataset.draftDone.split(" ").forEach((name) => {
    const key = `threeline:draft:${name}`;
    Object.keys(localStorage).filter((kept) => kept === key || kept.startsWith(`${key}-`) && name.endsWith("/portal-ask"))
      .forEach((kept) => localStorage.removeItem(kept));
  }));
})();
