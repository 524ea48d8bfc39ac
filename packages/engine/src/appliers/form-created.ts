import type { FormValue } from '@waggle/protocol';
import { formTables, putVersion } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const formCreated: Applier<FormValue> = (state, record) => {
  putVersion(formTables(state), record.value);
};
