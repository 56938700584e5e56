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

/** Says a problem in the user's language: by its key and facts, else in the server's own words. */
export function told(error: unknown): { sentence: string; hint: string; technical: string } {
  const { document, requestId } = asProblem(error);
  const [room = "", name = ""] = document.key.split(".");
  const say = (part: "sentence" | "hint", otherwise: string): string => {
    const key = `problems.${room}.${name}.${part}`;
    return i18n.exists(key) ? String(i18n.t(key as never, document.facts as never)) : otherwise;
  };
  const said = [document.key, document.status || "", requestId ?? ""].filter(Boolean);
  return {
    sentence: say("sentence", document.detail),
    hint: say("hint", document.hint),
    technical: said.join(" · "),
  };
}

/** Tells the server's silence from its refusals. */
export function isUnreachable(error: unknown): boolean {
  const { key } = asProblem(error);
  return key === "client.unreachable";
}
