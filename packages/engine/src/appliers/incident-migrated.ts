import type { IncidentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const incidentMigrated: Applier<IncidentValue> = () => {
  throw new Error('NOT BUILT YET');
};
