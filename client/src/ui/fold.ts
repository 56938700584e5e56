/** Writes a word as it is looked for: without capitals, accents, or the dots that Turkish tells apart. */
export function folded(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
}

/** Keeps what has every typed word in its label, detail or key; what begins with them comes first. */
export function fitting<Choice extends { key: string; label: string; detail?: string }>(
  choices: readonly Choice[],
  typed: string,
): readonly Choice[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return choices;
  const said = (choice: Choice) => folded(`${choice.label} ${choice.detail ?? ""} ${choice.key}`);
  const found = choices.filter((choice) => wanted.every((word) => said(choice).includes(word)));
  const isFirst = (choice: Choice) => said(choice).startsWith(wanted[0] ?? "");
  return [...found.filter(isFirst), ...found.filter((choice) => !isFirst(choice))];
}
