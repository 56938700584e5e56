import createClient from "openapi-fetch";

import { bearsTokens, serverBase } from "./base";
import type { components, paths } from "./generated/schema";
import { ProblemError, type ProblemDocument } from "./problem";
import { refreshSession } from "./refresh";
import { tokens } from "./tokens";

export type Schemas = components["schemas"];

let onSignedOut: () => void = () => {};

/** Tells that the session has ended, whoever found it out. */
export const endSession = (): void => onSignedOut();

/** Names who is told when the session turns out to have ended. */
export function whenSignedOut(react: () => void): void {
  onSignedOut = react;
}

async function send(request: Request): Promise<Response> {
  const kept = bearsTokens ? await tokens() : null;
  if (kept) request.headers.set("Authorization", `Bearer ${kept.access}`);
  return fetch(request);
}

/** Fetches; where the access token has expired it is exchanged, and the request sent again. */
export async function fetchSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await send(request);
  if (answer.status !== 401 || isAboutSigningIn(request)) return answer;
  if (await refreshSession()) {
    const second = await send(again);
    if (second.status !== 401) return second;
  }
  endSession();
  return answer;
}

function isAboutSigningIn({ method, url }: Request): boolean {
  return method === "POST" && /\/(sessions|sessions\/refresh|setup)$/.test(new URL(url).pathname);
}

export const api = createClient<paths>({
  fetch: fetchSignedIn,
  credentials: "same-origin",
  get baseUrl() {
    return serverBase();
  },
});

/** Takes the answer out, or throws the problem that the server worded. */
export async function take<Data>(
  answer: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok) return data as Data;
  throw new ProblemError(problemOf(error, response), response.headers.get("X-Request-ID"));
}

function problemOf(error: unknown, response: Response): ProblemDocument {
  const said =
    typeof error === "object" && error !== null ? (error as Partial<ProblemDocument>) : {};
  return {
    status: response.status,
    title: said.title ?? response.statusText,
    detail: said.detail ?? "",
    hint: said.hint ?? "",
    key: said.key ?? "client.refused",
    facts: { status: response.status, ...said.facts },
  };
}

/** The address of a picture beside a title's media. */
export function artworkUrl(
  titleId: string,
  type: string,
  {
    version,
    size,
    number = 0,
  }: { version: string; size: "small" | "medium" | "large"; number?: number },
): string {
  const query = new URLSearchParams({ size, version, number: String(number) });
  return `${serverBase()}/api/v1/titles/${titleId}/artwork/${type}?${query}`;
}

export type ThumbnailSize = "small" | "medium";

/** The address of our copy of a picture, which is the same for ever. */
export function imageUrl(sha256: string, size: ThumbnailSize): string {
  return `${serverBase()}/api/v1/artwork/images/${sha256}?size=${size}`;
}

/** The address of a picture that a provider offers. */
export function candidateUrl(id: string, size: ThumbnailSize): string {
  return `${serverBase()}/api/v1/artwork/candidates/${id}/thumbnail?size=${size}`;
}

/** The address of the poster of a work that a title may be. */
export function likelyPosterUrl(id: string): string {
  return `${serverBase()}/api/v1/metadata/candidates/${id}/poster`;
}

/** The address of a picture that nobody wants. */
export function rejectedUrl(id: string): string {
  return `${serverBase()}/api/v1/artwork/rejections/${id}/thumbnail`;
}
