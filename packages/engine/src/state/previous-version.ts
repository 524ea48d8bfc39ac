import type { Key } from '@waggle/protocol';
import type { GroupedStateTable } from '../storage/state-store.ts';

/**
 * The newest version of a definition besides the given one: what becomes the latest when that is deleted.
 * @param name id and tenant, see tenantName.
 */
export function newestOtherVersion(
  versions: Pick<GroupedStateTable<string, bigint, Key>, 'forEach'>,
  name: string,
  version: number,
): Key | undefined {
  let newest: Key | undefined;
  versions.forEach(name, (other, key) => {
    if (other !== BigInt(version)) newest = key;
  });
  return newest;
}
