import { i18n } from "@/i18n/words";

/** A refusal as the server words it. Source: RFC 9457, and our `key` and `facts`. */
export type ProblemDocument = {
  status: number;
  title: string;
  detail: string;
  hint: string;
  key: string;
  facts: Record<string, unknown>;
};

/** What went wrong, as every part of the client throws it. */
export class ProblemError extends Error {
  constructor(
    readonly document: ProblemDocument,
    readonly requestId: string | null = null,
  ) {
    super(document.detail);
    this.name = "ProblemError";
  }

  get status(): number {
    return this.document.status;
  }

  get key(): string {
    return this.document.key;
  }
}

const UNREACHABLE = { status: 0, title: "", detail: "", hint: "", facts: {} };

/** Brings whatever was thrown into one shape. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof TypeError) {
    return new ProblemError({ ...UNREACHABLE, key: "client.unreachable" });
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new ProblemError({ ...UNREACHABLE, key: "client.broken", detail });
}

type Facts = Record<string, unknown>;

/** One value that does not fit, as the server names it: `type` and `context` choose the words. */
type Mistake = { path: string; type: string; context: Facts; sentence: string };

/** Facts that are words of ours, and where the user's words for them stand. */
const SPOKEN: Record<string, string> = {
  role: "roles",
  needed: "roles",
  reason: "problems.disk",
  obstacle: "why",
};

function say(key: string, facts: Facts, otherwise: string): string {
  const options = { replace: facts, context: facts["reason"], count: facts["count"] };
  return i18n.exists(key, options as never)
    ? String(i18n.t(key as never, options as never))
    : otherwise;
}

function mistakesSaid(mistakes: Mistake[], more: unknown): string {
  const all = mistakes.map(
    ({ path, type, context, sentence }) =>
      `${path}: ${say(`problems.mistakes.${type}`, context, sentence)}`,
  );
  if (more) all.push(say("problems.more.mistakes", { count: more }, ""));
  return all.join("; ");
}

/** Facts as a sentence takes them: our own words in the user's language, lists in a row. */
function inWords(facts: Facts): Facts {
  const said = Object.entries(facts).map(([name, value]): [string, unknown] => {
    if (name === "mistakes") return [name, mistakesSaid(value as Mistake[], facts["more"])];
    if (Array.isArray(value)) return [name, value.join(", ")];
    const words = SPOKEN[name];
    if (!words) return [name, value];
    return [
      name === "reason" ? "why" : name,
      say(`${words}.${String(value)}`, { code: facts["code"] }, String(value)),
    ];
  });
  return { ...Object.fromEntries(said), reason: facts["reason"] };
}

/** Says what the server named by a key and facts in the user's language, else as it said it. */
export const saidByKey = (key: string, facts: Facts, otherwise: string): string =>
  say(key, inWords(facts), otherwise);

/** Says a problem in the user's language, with what to do, and its technical part. */
export function told(error: unknown): { sentence: string; hint: string; technical: string } {
  const { document, requestId } = asProblem(error);
  const { key, facts } = document;
  const said = [key, document.status || "", requestId ?? ""].filter(Boolean);
  return {
    sentence: saidByKey(`problems.${key}.sentence`, facts, document.detail),
    hint: saidByKey(`problems.${key}.hint`, facts, document.hint),
    technical: said.join(" · "),
  };
}

/** Tells the server's silence from its refusals. */
export function isUnreachable(error: unknown): boolean {
  const { key } = asProblem(error);
  return key === "client.unreachable";
}

/**
 * Says in the user's language a problem that was written down with what it struck.
 *
 * One whose facts are not those that its words ask for is said as the server said it.
 */
export function saidOf(kept: Omit<ProblemDocument, "status" | "title">) {
  const said = told(new ProblemError({ status: 0, title: "", ...kept }));
  return said.sentence.includes("{{") ? { ...said, sentence: kept.detail } : said;
}
