const FNV_PRIME = 0x01000193;

/** A short fingerprint of a resource (two FNV-1a sums as 16 hex digits). For people and logs; contents are compared byte by byte. */
export function contentChecksum(bytes: Uint8Array): string {
  let forward = 0x811c9dc5;
  let mixed = 0x9e3779b9;
  for (const byte of bytes) {
    forward = Math.imul(forward ^ byte, FNV_PRIME);
    mixed = Math.imul(mixed ^ (byte + 0x55), FNV_PRIME) + (mixed >>> 13);
  }
  return hex(forward) + hex(mixed);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
