import type { ProcessValue } from '@waggle/protocol';
import { ALL_PROCESSES } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const processDeleted: Applier<ProcessValue> = (state, record) => {
  const { processDefinitionKey } = record.value;
  state.withdrawnProcesses.delete(processDefinitionKey);
  state.processes.delete(processDefinitionKey);
  state.processDefinitionKeys.delete(ALL_PROCESSES, processDefinitionKey);
};
