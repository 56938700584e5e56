import { create } from "zustand";

import { spokenBy } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { recall, recallLater, remember } from "@/state/storage";

import { bearsTokens, serverBase } from "./base";
import { api, take, whenSignedOut, type Schemas } from "./client";
import { useConnection } from "./connection";
import { asProblem, isUnreachable } from "./problem";
import { noteExpiry } from "./refresh";
import { keepTokens } from "./tokens";

export type Caller = Schemas["CallerDocument"];

type Session =
  | { state: "unknown"; caller: null }
  | { state: "signed-out"; caller: null; isSetupNeeded: boolean; isDemo: boolean }
  /** `isOffline`: the server was not reached, and what is shown was read before. */
  | { state: "signed-in"; caller: Caller; isOffline: boolean };

const KEY = "maestrarr.caller";

export const useSession = create<Session>(() => ({ state: "unknown", caller: null }));

const signedIn = (caller: Caller, isOffline = false) => {
  remember(KEY, JSON.stringify(caller));
  useSession.setState({ state: "signed-in", caller, isOffline }, true);
};

/** Finds out who this is: signed in, signed out, or the one who sets all of it up. */
export async function findSession(): Promise<void> {
  if (serverBase() === "") return askWho();
  try {
    signedIn(await take(api.GET("/api/v1/sessions/current")));
  } catch (error) {
    if (asProblem(error).status === 401) return signOutHere();
    const kept = recall(KEY) ?? (await recallLater(KEY));
    if (!isUnreachable(error)) throw error;
    if (kept === null) return askWho();
    signedIn(JSON.parse(kept) as Caller, true);
  }
}

async function signOutHere(): Promise<void> {
  remember(KEY, null);
  noteExpiry(null);
  await keepTokens(null);
  await askWho();
}

/** Asks for a name, or for the first one; on a phone even before its server is known or reached. */
export async function askWho(): Promise<void> {
  const { is_needed, is_demo } = await readSetup();
  useSession.setState(
    { state: "signed-out", caller: null, isSetupNeeded: is_needed, isDemo: is_demo },
    true,
  );
}

async function readSetup(): Promise<Schemas["SetupState"]> {
  try {
    if (serverBase() !== "") return await take(api.GET("/api/v1/setup"));
  } catch (error) {
    if (!bearsTokens || !isUnreachable(error)) throw error;
  }
  return { is_needed: false, is_demo: false };
}

whenSignedOut(() => void signOutHere());

async function enter(opened: Schemas["OpenedSession"]): Promise<void> {
  if (opened.access_token && opened.refresh_token) {
    await keepTokens({ access: opened.access_token, refresh: opened.refresh_token });
  }
  noteExpiry(opened.access_expires_at);
  signedIn(await take(api.GET("/api/v1/sessions/current")));
}

/** The language that is spoken here, for messages to who has chosen none yet. */
const spoken = () => spokenBy(usePreferences.getState().language);

export async function signIn(name: string, password: string): Promise<void> {
  const body = { name, password, with_cookies: !bearsTokens, language: spoken() };
  await enter(await take(api.POST("/api/v1/sessions", { body })));
}

export async function setUp(token: string, name: string, password: string): Promise<void> {
  const body = { token, name, password, with_cookies: !bearsTokens, language: spoken() };
  await enter(await take(api.POST("/api/v1/setup", { body })));
}

export async function signOut(): Promise<void> {
  await take(api.DELETE("/api/v1/sessions/current"));
  await signOutHere();
}

const RANKS = ["guest", "viewer", "operator", "admin"] as const;
export type Role = (typeof RANKS)[number];

/** Tells whether who is signed in has at least a role; while the server is away nobody changes anything. */
export function useMay(role: Role): boolean {
  const isAway = useConnection((connection) => connection.isAway);
  return useSession(
    (session) =>
      session.state === "signed-in" &&
      ((!session.isOffline && !isAway) || role === "viewer") &&
      RANKS.indexOf(session.caller.role) >= RANKS.indexOf(role),
  );
}
