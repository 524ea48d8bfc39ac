/** Reads all results of a search, page by page. */
export async function searchAll(
  rest: string,
  path: string,
  filter: object,
): Promise<Readonly<Record<string, unknown>>[]> {
  const found: Record<string, unknown>[] = [];
  let after: string | undefined;
  for (;;) {
    const response = await fetch(`${rest}/v2${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ filter, page: { limit: 1_000, ...(after === undefined ? {} : { after }) } }),
    });
    if (!response.ok) throw new Error(`Expected ${path} to succeed, but: ${response.status} ${await response.text()}`);
    const { items, page } = (await response.json()) as {
      items: Record<string, unknown>[];
      page: { endCursor: string | null };
    };
    if (items.length === 0 || page.endCursor === null) return found;
    found.push(...items);
    after = page.endCursor;
  }
}
