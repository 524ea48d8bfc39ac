import type { ResourceValue } from '@waggle/protocol';
import { putVersion, resourceTables } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const resourceCreated: Applier<ResourceValue> = (state, record) => {
  putVersion(resourceTables(state), record.value);
};
