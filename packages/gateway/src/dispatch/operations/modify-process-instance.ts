import {
  DEFAULT_TENANT_ID,
  NO_KEY,
  ProcessInstanceModificationIntent,
  type ProcessInstanceModificationValue,
  ValueType,
} from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { ProcessInstanceCommandInput } from './process-instance-command.ts';

export type ModifyProcessInstanceInput = ProcessInstanceCommandInput &
  Pick<ProcessInstanceModificationValue, 'activateInstructions' | 'terminateInstructions' | 'moveInstructions'>;

/** Carries out all instructions or none. */
export async function modifyProcessInstance(
  router: CommandRouter,
  input: ModifyProcessInstanceInput,
): Answer<typeof ValueType.PROCESS_INSTANCE_MODIFICATION> {
  return router.sendByKey({
    valueType: ValueType.PROCESS_INSTANCE_MODIFICATION,
    intent: ProcessInstanceModificationIntent.MODIFY,
    key: input.processInstanceKey,
    value: {
      processInstanceKey: input.processInstanceKey,
      activateInstructions: input.activateInstructions,
      terminateInstructions: input.terminateInstructions,
      moveInstructions: input.moveInstructions,
      ancestorScopeKeys: [],
      terminatedElementInstanceKeys: [],
      tenantId: DEFAULT_TENANT_ID,
    },
    operationReference: input.operationReference ?? NO_KEY,
  });
}
