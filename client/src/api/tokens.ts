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

export async function keepTokens(given: Tokens | null): Promise<void> {
  known = given;
  await (given ? setItemAsync(KEY, JSON.stringify(given)) : deleteItemAsync(KEY));
}
