import { type IncidentValue, NO_KEY, ProcessInstanceIntent } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import type { Applier } from './applier.ts';
import { makeActivatable } from './job-activatable.ts';

export const incidentResolved: Applier<IncidentValue> = (state, record) => {
  const { key, value } = record;
  state.incidents.delete(key);
  state.elementIncidents.delete(value.elementInstanceKey, key);
  state.instanceIncidents.delete(value.processInstanceKey, key);
  if (value.jobKey === NO_KEY) {
    repeatListeners(state, value);
    return;
  }
  state.jobIncidents.delete(value.jobKey);
  const job = state.jobs.get(value.jobKey);
  if (job?.state === 'SUSPENDED') state.jobs.put(value.jobKey, { ...job, resumesAs: 'ACTIVATABLE' });
  else if (job !== undefined) makeActivatable(state, value.jobKey, job.value);
};

/** The element repeats its phase, so its listeners run again; only cancel listeners go on where they stopped. */
function repeatListeners(state: EngineState, { elementInstanceKey }: IncidentValue): void {
  const instance = state.elementInstances.get(elementInstanceKey);
  if (instance === undefined || instance.listenerIndex === 0 || instance.jobKey !== NO_KEY) return;
  if (instance.state === ProcessInstanceIntent.ELEMENT_TERMINATING) return;
  state.elementInstances.put(elementInstanceKey, { ...instance, listenerIndex: 0 });
}
