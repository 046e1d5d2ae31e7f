"use strict";

const dark = matchMedia("(prefers-color-scheme: dark)");
const followScheme = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", followScheme);
followScheme();

SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  tryItOutEnabled: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});

// The dialog of "Authorize" opens at its last field; show it from its beginning.
new MutationObserver(() => {
  const dialog = document.querySelector(".modal-ux-content:not([data-shown])");
  if (dialog) {
    dialog.dataset.shown = "";
    dialog.querySelector("input")?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  }
}).observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
