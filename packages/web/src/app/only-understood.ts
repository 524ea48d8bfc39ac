/**
 * Leaves out of an address what its page does not understand. The router lays what a page understood over what the address
 * says, so that anything else would come through as it was typed.
 */
export function onlyUnderstood<Search extends object>(
  understand: (search: Record<string, unknown>) => Search,
): (search: Record<string, unknown>) => Search {
  return (search) => ({
    ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])),
    ...understand(search),
  });
}
