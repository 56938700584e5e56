export type Tokens = { access: string; refresh: string };

/** A browser's tokens are in HttpOnly cookies: no script has them, and none has to. */
export async function tokens(): Promise<Tokens | null> {
  return null;
}

export function bearer(): Record<string, string> {
  return {};
}

export async function keepTokens(_given: Tokens | null): Promise<void> {}
