import { type IncidentValue, NO_KEY } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { makeActivatable } from './job-activatable.ts';

export const incidentResolved: Applier<IncidentValue> = (state, record) => {
  const { key, value } = record;
  state.incidents.delete(key);
  state.elementIncidents.delete(value.elementInstanceKey, key);
  if (value.jobKey === NO_KEY) return;
  state.jobIncidents.delete(value.jobKey);
  const job = state.jobs.get(value.jobKey);
  if (job !== undefined) makeActivatable(state, value.jobKey, job.value);
};
