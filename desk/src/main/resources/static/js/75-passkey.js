/* Passkeys: asks the server what to ask of the device, the device, and sends its answer with the form. */
(() => {
  const answer = async (form) => {
    const options = await fetch(`${form.action}/options`, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!options.ok) throw new Error("refused");
    const wish = await options.json();
    return form.dataset.passkey === "new"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(wish) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(wish) });
  };

  const can = () => window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.isSecureContext;

  document.querySelectorAll("form[data-passkey]").forEach((form) => { form.hidden = !can(); });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.dataset?.passkey) return;
    event.preventDefault();
    const says = form.querySelector("[data-says]");
    says.textContent = "Your device asks you now.";
    try {
      form.elements.credential.value = JSON.stringify((await answer(form)).toJSON());
      form.submit();
    } catch {
      says.textContent = "Your device gave no key. Try again, or go on without.";
    }
  });
})();
