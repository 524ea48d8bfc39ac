import { type IncidentValue, NO_KEY } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { unscheduleJob } from './job-unscheduling.ts';

export const incidentCreated: Applier<IncidentValue> = (state, record) => {
  const { key, value } = record;
  state.incidents.put(key, value);
  state.elementIncidents.put(value.elementInstanceKey, key, true);
  state.instanceIncidents.put(value.processInstanceKey, key, true);
  if (value.jobKey === NO_KEY) return;
  state.jobIncidents.put(value.jobKey, key);
  const job = state.jobs.get(value.jobKey);
  // A job that could be given out no longer can.
  if (job?.state === 'ACTIVATABLE') {
    unscheduleJob(state, value.jobKey);
    state.jobs.put(value.jobKey, { ...job, state: 'FAILED' });
  }
};
