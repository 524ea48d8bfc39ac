import { JobKind, type JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { makeActivatable } from './job-activatable.ts';

export const jobCreated: Applier<JobValue> = (state, record) => {
  const { key, value } = record;
  makeActivatable(state, key, value);
  const instance = state.elementInstances.get(value.elementInstanceKey);
  if (instance === undefined) return;
  const started = value.kind === JobKind.EXECUTION_LISTENER ? 1 : 0;
  state.elementInstances.put(instance.key, {
    ...instance,
    jobKey: key,
    listenerIndex: instance.listenerIndex + started,
  });
};
