import type { FormValue } from '@waggle/protocol';
import { formTables, removeVersion } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const formDeleted: Applier<FormValue> = (state, record) => {
  removeVersion(formTables(state), record.value);
};
