const WAIT_MS_MAX = 10_000;

/** Waits until a condition holds, however long the machine takes. */
export async function waitUntil(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const endMs = Date.now() + WAIT_MS_MAX;
  while (!(await condition())) {
    if (Date.now() > endMs) throw new Error(`Expected ${what}, but it did not happen within ${WAIT_MS_MAX} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
