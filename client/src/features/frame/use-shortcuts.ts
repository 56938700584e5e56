/** A phone has no keys. */
export function useShortcuts(): void {}
