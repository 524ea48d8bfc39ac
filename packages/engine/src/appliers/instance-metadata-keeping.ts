import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { businessIdName } from '../state/table-names.ts';

/** Keeps what clients know an instance by. */
export function keepInstanceMetadata(
  state: EngineState,
  value: {
    readonly processInstanceKey: Key;
    readonly tags: readonly string[];
    readonly businessId: string;
    /** Empty when the instance does not hold the business id itself. */
    readonly bpmnProcessId: string;
    readonly tenantId: string;
  },
): void {
  const { processInstanceKey, tags, businessId, bpmnProcessId, tenantId } = value;
  const isHolder = businessId !== '' && bpmnProcessId !== '';
  const holderName = isHolder ? businessIdName(bpmnProcessId, businessId, tenantId) : '';
  state.processInstanceMetadata.put(processInstanceKey, { tags, businessId, holderName });
  if (isHolder) state.businessIdHolders.put(holderName, processInstanceKey, true);
}
