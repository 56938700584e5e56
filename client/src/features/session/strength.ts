const SHORTEST = 10;
const LONG = 16;

/** How hard a password is to guess, from 0 to 3: by its length and how its letters vary. */
export function strength(password: string): 0 | 1 | 2 | 3 {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password));
  const different = new Set(password).size;
  if (password.length < SHORTEST || different < 4) return 0;
  if (password.length >= LONG && different >= 8) return 3;
  return kinds.length >= 3 ? 2 : 1;
}
