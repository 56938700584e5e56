"use strict";

const told = document.querySelector("[role=status]");
const dark = matchMedia("(prefers-color-scheme: dark)");

function say(...parts) {
  told.replaceChildren(
    ...parts.map((part) => {
      if (typeof part === "string") return part;
      const code = document.createElement("code");
      code.textContent = part.code;
      return code;
    }),
  );
}

async function sayWhoAsks() {
  const answer = await fetch("api/v1/sessions/current");
  if (answer.ok) {
    const caller = await answer.json();
    say(`You are signed in as ${caller.name} (${caller.role}): what you try here is really done.`);
    return;
  }
  say(
    "You are not signed in. Execute ", { code: "POST /api/v1/sessions" }, " below, with ",
    { code: '"with_cookies": true' }, ", to sign in with this browser, or give a token to Authorize.",
  );
}

function followColours() {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

dark.addEventListener("change", followColours);
followColours();
SwaggerUIBundle({
  url: "api/v1/openapi.json",
  dom_id: "#operations",
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  filter: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  responseInterceptor: (answer) => {
    if (/\/(sessions|setup)(\/|$)/.test(new URL(answer.url).pathname)) {
      sayWhoAsks();
    }
    return answer;
  },
});
sayWhoAsks().catch(() => say("The server does not answer. Is it still running?"));
