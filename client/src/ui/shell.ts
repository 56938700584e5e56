/** A phone has the whole application already. */
export function keepShell(): void {}
