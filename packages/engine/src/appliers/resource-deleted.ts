import type { ResourceValue } from '@waggle/protocol';
import { removeVersion, resourceTables } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const resourceDeleted: Applier<ResourceValue> = (state, record) => {
  removeVersion(resourceTables(state), record.value);
};
