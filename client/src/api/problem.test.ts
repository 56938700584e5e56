import { speak } from "@/i18n/words";

import { ProblemError, isUnreachable, saidByKey, told } from "./problem";

const refused = (key: string, facts: Record<string, unknown> = {}) =>
  new ProblemError(
    { status: 409, title: "", detail: "The server's sentence.", hint: "Its hint.", key, facts },
    "request-1",
  );

afterAll(() => speak("en"));

test("a known problem is told in the user's language, with its facts", async () => {
  await speak("tr");
  expect(told(refused("accounts.last_admin", { name: "Ada" })).sentence).toBe("Ada son yönetici.");
  await speak("fr");
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

test("the reason of a problem chooses its sentence", async () => {
  await speak("fr");
  const short = refused("accounts.password_unfit", { reason: "too_short", shortest: 10 });
  expect(told(short).sentence).toBe("Un mot de passe a au moins 10 caractères.");
  const path = "/media/$t(common.back){{path}}";
  const away = refused("library.not_a_folder", { reason: "away", path, code: "ESTALE" });
  expect(told(away).sentence).toBe(`${path} ne peut pas être analysé : son disque ne répond pas.`);
  const other = refused("library.not_a_folder", { reason: "other", path: "/a", code: "EMFILE" });
  expect(told(other).sentence).toBe("/a ne peut pas être analysé : le système a répondu EMFILE.");
  expect(told(refused("accounts.password_unfit", { reason: "new" })).sentence).toBe(
    "The server's sentence.",
  );
});

test("mistakes are told by their type, and one of an unknown type in the server's words", async () => {
  await speak("tr");
  const mistakes = [
    { path: "body.name", type: "string_too_short", context: { min_length: 1 }, sentence: "x" },
    { path: "body.when", type: "of_tomorrow", context: {}, sentence: "is not yet" },
  ];
  expect(told(refused("server.unfit", { mistakes })).sentence).toBe(
    "İstekte yanlışlar var: body.name: en az 1 karakter olmalı; body.when: is not yet.",
  );
  expect(told(refused("settings.settings_wrong", { mistakes, more: 3 })).sentence).toContain(
    "; ve 3 tane daha.",
  );
});

test("roles are told in the user's language too", async () => {
  await speak("tr");
  const facts = { role: "viewer", needed: "admin" };
  expect(told(refused("accounts.not_allowed", facts)).sentence).toBe(
    "Bunun için Yönetici rolü gerekir; seninki İzleyici.",
  );
});

test("a server that does not answer is told from one that refuses", () => {
  expect(isUnreachable(new TypeError("Failed to fetch"))).toBe(true);
  expect(isUnreachable(refused("accounts.last_admin"))).toBe(false);
});

test("what is wrong with a file is said by its key, with the disk's reason in the same language", async () => {
  await speak("tr");
  const facts = { reason: "forbidden", code: "EACCES" };
  const said = saidByKey("faultCause.cannot_read", facts, "This file cannot be read.");
  expect(said).toMatch(/^Bu dosya okunamıyor: .+\.$/);
  expect(said).not.toContain("{{");
  expect(saidByKey("faultCause.of_a_later_server", {}, "It is new.")).toBe("It is new.");
});
