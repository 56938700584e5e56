/** Everything is in the application already. */
export function load<Value>(fetch: () => Promise<Value>): Promise<Value> {
  return fetch();
}

/** There is nothing newer to begin with: the application goes on. */
export function loadAnew(): void {}

export async function isUpgraded(): Promise<boolean> {
  return false;
}
