/** Characters or bytes from which a row counts as more than one in the cache's budget. */
const SIZE_PER_UNIT = 1024;

/** What a row weighs in the cache, in rows of up to about 1 kB: its texts and bytes at any depth. */
export function rowUnits(row: unknown): number {
  return 1 + Math.floor(sizeOf(row) / SIZE_PER_UNIT);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  if (value instanceof Uint8Array) return value.length;
  let size = 0;
  for (const field of Object.values(value)) size += 8 + sizeOf(field);
  return size;
}
