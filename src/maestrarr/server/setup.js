"use strict";

const form = document.querySelector("form");
const told = document.querySelector("[role=status]");

function end(sentence) {
  form.hidden = true;
  told.textContent = sentence;
}

async function readState() {
  const answer = await fetch("api/v1/setup");
  const state = await answer.json();
  if (answer.ok && !state.is_needed) {
    end("This installation is set up already. Its admin can add you.");
  }
}

async function setUp() {
  const { token, name, password } = Object.fromEntries(new FormData(form));
  const answer = await fetch("api/v1/setup", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token, name, password, with_cookies: true }),
  });
  if (answer.ok) {
    end(`Done: ${name} is the admin.`);
    return;
  }
  const problem = await answer.json();
  told.textContent = `${problem.detail} ${problem.hint}`.trim();
}

function unreachable() {
  told.textContent = "The server does not answer. Is it still running?";
}

const given = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
if (given !== "") {
  history.replaceState(null, "", location.pathname); // so that the token stays in no history
  form.elements.token.value = given;
  form.elements.token.closest("label").hidden = true;
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  setUp().catch(unreachable);
});
readState().catch(unreachable);
