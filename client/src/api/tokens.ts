import { deleteItemAsync, getItemAsync, setItemAsync } from "expo-secure-store";

const KEY = "maestrarr.tokens";

export type Tokens = { access: string; refresh: string };

let known: Tokens | null | undefined;

/** The tokens of this phone, from its keychain. */
export async function tokens(): Promise<Tokens | null> {
  if (known === undefined) {
    const text = await getItemAsync(KEY);
    known = text ? (JSON.parse(text) as Tokens) : null;
  }
  return known;
}

/** What says who asks, where the API client does not: the token that was read or kept last. */
export function bearer(): Record<string, string> {
  return known ? { Authorization: `Bearer ${known.access}` } : {};
}

export async function keepTokens(given: Tokens | null): Promise<void> {
  known = given;
  await (given ? setItemAsync(KEY, JSON.stringify(given)) : deleteItemAsync(KEY));
}
