import { NO_KEY, type ProcessValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { newestOtherVersion } from '../state/previous-version.ts';
import { tenantName } from '../state/table-names.ts';

/** Nothing finds the definition any more; its running instances still do, by its key. */
export function withdrawProcess(state: EngineState, value: ProcessValue): void {
  const { bpmnProcessId, version, versionTag, processDefinitionKey, deploymentKey, tenantId } = value;
  const name = tenantName(bpmnProcessId, tenantId);
  const latest = state.latestProcesses.get(name);
  if (latest?.processDefinitionKey === processDefinitionKey) {
    const next = newestOtherVersion(state.processVersions, name, version);
    // The version stays the highest there ever was.
    state.latestProcesses.put(name, { ...latest, processDefinitionKey: next ?? NO_KEY });
  }
  state.processVersions.delete(name, BigInt(version));
  if (state.processVersionTags.get(name, versionTag) === processDefinitionKey) {
    state.processVersionTags.delete(name, versionTag);
  }
  state.deployedProcesses.delete(deploymentKey, bpmnProcessId);
  state.withdrawnProcesses.put(processDefinitionKey, true);
}
