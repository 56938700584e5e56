import { strength } from "./strength";

test.each([
  ["short", 0],
  ["aaaaaaaaaaaa", 0],
  ["onlyletters", 1],
  ["Letters4and!", 2],
  ["correct horse battery staple", 3],
])("%s has the strength %i", (password, expected) => expect(strength(password)).toBe(expected));
