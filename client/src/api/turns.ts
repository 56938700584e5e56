/** One client only: whatever has to happen alone already does. */
export async function alone<Result>(_name: string, work: () => Promise<Result>): Promise<Result> {
  return work();
}
