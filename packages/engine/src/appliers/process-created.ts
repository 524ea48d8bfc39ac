import type { ProcessValue } from '@waggle/protocol';
import { ALL_PROCESSES, tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const processCreated: Applier<ProcessValue> = (state, record) => {
  const { value } = record;
  const name = tenantName(value.bpmnProcessId, value.tenantId);
  state.processes.put(value.processDefinitionKey, value);
  state.processDefinitionKeys.put(ALL_PROCESSES, value.processDefinitionKey, true);
  state.processVersions.put(name, BigInt(value.version), value.processDefinitionKey);
  state.deployedProcesses.put(value.deploymentKey, value.bpmnProcessId, value.processDefinitionKey);
  // Distributed deployments may arrive out of order: a late older version does not take the place of a newer one.
  const tagged = state.processVersionTags.get(name, value.versionTag);
  const taggedVersion = tagged === undefined ? 0 : (state.processes.get(tagged)?.version ?? 0);
  if (value.versionTag !== '' && taggedVersion < value.version) {
    state.processVersionTags.put(name, value.versionTag, value.processDefinitionKey);
  }
  if ((state.latestProcesses.get(name)?.version ?? 0) < value.version) {
    state.latestProcesses.put(name, { processDefinitionKey: value.processDefinitionKey, version: value.version });
  }
};
