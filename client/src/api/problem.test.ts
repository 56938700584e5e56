import { i18n } from "@/i18n/words";

import { ProblemError, isUnreachable, told } from "./problem";

const refused = (key: string, facts: Record<string, unknown> = {}) =>
  new ProblemError(
    { status: 409, title: "", detail: "The server's sentence.", hint: "Its hint.", key, facts },
    "request-1",
  );

afterAll(() => i18n.changeLanguage("en"));

test("a known problem is told in the user's language, with its facts", async () => {
  await i18n.changeLanguage("tr");
  expect(told(refused("accounts.last_admin", { name: "Ada" })).sentence).toBe("Ada son yönetici.");
  await i18n.changeLanguage("fr");
  expect(told(refused("accounts.last_admin", { name: "Ada" })).sentence).toContain(
    "Ada est le dernier",
  );
});

test("an unknown problem is told in the server's words, and can be looked up", () => {
  expect(told(refused("room.new_problem"))).toEqual({
    sentence: "The server's sentence.",
    hint: "Its hint.",
    technical: "room.new_problem · 409 · request-1",
  });
});

test("a server that does not answer is told from one that refuses", () => {
  expect(isUnreachable(new TypeError("Failed to fetch"))).toBe(true);
  expect(isUnreachable(refused("accounts.last_admin"))).toBe(false);
});
