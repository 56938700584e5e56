import type { Schemas } from "@/api/client";
import { i18n, speak } from "@/i18n/words";

import { whyWords } from "./why";

const SAID: Schemas["ClauseDocument"][][] = [
  [
    { key: "choice_of_rule", facts: { language: "ja", place: 2, rule: "Anime" } },
    { key: "best_codec", facts: { count: 3 } },
    { key: "passed_over", facts: { roles: { commentary: 2, karaoke: 1 } } },
  ],
  [{ key: "no_subtitles", facts: {} }],
];
const tongue = (tag: string) => ({ ja: "Japanese", en: "English", de: "German" })[tag] ?? tag;

afterEach(() => speak("en"));

test("why is said in clauses and sentences", () => {
  expect(whyWords({ said: SAID }, i18n.t, tongue)).toBe(
    "Japanese is the second choice of the rule “Anime”; of 3 such tracks this one has the better " +
      "codec; passed over: 2 × commentary, karaoke. No subtitles show by themselves.",
  );
});

test("languages stand in a row, and a late place is counted", () => {
  const none = [[{ key: "none_fits", facts: { languages: ["ja", "en", "de"] } }]];
  const late = [[{ key: "choice", facts: { language: "ja", place: 21 } }]];
  expect(whyWords({ said: none }, i18n.t, tongue)).toBe(
    "No track is in Japanese, English or German.",
  );
  expect(whyWords({ said: late }, i18n.t, tongue)).toBe("Japanese is your 21st choice.");
});

test("it is said in the user's language", async () => {
  await speak("fr");
  expect(whyWords({ said: SAID.slice(1), reason: "…" }, i18n.t, tongue)).toBe(
    "Aucun sous-titre ne s’affiche de lui-même.",
  );
});

test("what this client has no words for is said as the server does", () => {
  const said = [[{ key: "never_heard_of", facts: {} }]];
  expect(whyWords({ said, reason: "Because." }, i18n.t, tongue)).toBe("Because.");
  expect(whyWords({ said: [], reason: "Before." }, i18n.t, tongue)).toBe("Before.");
  expect(whyWords({ said: [] }, i18n.t, tongue)).toBeNull();
});
