/** Does something in one tab at a time; a browser without locks does it at once. */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request(name, work) as Promise<Result>;
}
