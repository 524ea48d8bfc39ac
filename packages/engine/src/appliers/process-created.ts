import type { ProcessValue } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const processCreated: Applier<ProcessValue> = (state, record) => {
  const { value } = record;
  const name = tenantName(value.bpmnProcessId, value.tenantId);
  state.processes.put(value.processDefinitionKey, value);
  state.processVersions.put(name, BigInt(value.version), value.processDefinitionKey);
  state.deployedProcesses.put(value.deploymentKey, value.bpmnProcessId, value.processDefinitionKey);
  if (value.versionTag !== '') state.processVersionTags.put(name, value.versionTag, value.processDefinitionKey);
  state.latestProcesses.put(name, { processDefinitionKey: value.processDefinitionKey, version: value.version });
};
