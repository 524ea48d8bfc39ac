import type { ProcessInstanceBusinessIdValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { keepInstanceMetadata } from './instance-metadata-keeping.ts';

export const processInstanceBusinessIdAssigned: Applier<ProcessInstanceBusinessIdValue> = (state, record) => {
  const { processInstanceKey, businessId, bpmnProcessId, rootProcessInstanceKey, tenantId } = record.value;
  keepInstanceMetadata(state, {
    processInstanceKey,
    tags: state.processInstanceMetadata.get(processInstanceKey)?.tags ?? [],
    businessId,
    // Children have what their caller has; only roots hold it.
    bpmnProcessId: processInstanceKey === rootProcessInstanceKey ? bpmnProcessId : '',
    tenantId,
  });
};
