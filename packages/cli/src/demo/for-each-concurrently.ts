/** Works through a list with so many at once. @throws what the first that fails throws; no more are begun then. */
export async function forEachConcurrently<T>(
  list: readonly T[],
  atOnceMax: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = list.values();
  const next = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnceMax, list.length) }, next));
}
