import type { IncidentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const incidentMigrated: Applier<IncidentValue> = (state, record) => {
  if (state.incidents.has(record.key)) state.incidents.put(record.key, record.value);
};
