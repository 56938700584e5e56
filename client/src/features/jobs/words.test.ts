import { speak } from "@/i18n/words";

import { errorSaid } from "./words";

test.each([
  [{ key: "jobs.was_cancelled", facts: { reason: "running" } }, "İptal edildi."],
  [{ key: "jobs.unknown_to_this_client", facts: {} }, "It was cancelled."],
  [null, "It was cancelled."],
])("why a job ended is said in the user's language, where %o has words", async (cause, said) => {
  await speak("tr");
  expect(errorSaid({ error: "It was cancelled.", cause })).toBe(said);
});
