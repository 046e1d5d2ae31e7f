"use strict";

// The server can't know its address behind a proxy; the browser does.
const shown = document.querySelector("[data-base]").dataset.base;
const actual = new URL(".", location.href).href.replace(/\/$/, "");

for (const code of document.querySelectorAll("pre code")) {
  code.textContent = code.textContent.replaceAll(shown, actual);
}

// Clipboards are for secure contexts only: without one, the lines can still be selected.
if (navigator.clipboard) {
  for (const code of document.querySelectorAll("pre code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    code.parentElement.before(button);
  }
}
