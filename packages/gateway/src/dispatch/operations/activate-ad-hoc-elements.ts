import {
  type AdHocActivateElement,
  AdHocSubProcessInstructionIntent,
  DEFAULT_TENANT_ID,
  type Key,
  ValueType,
} from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

export interface ActivateAdHocElementsInput {
  /** The element instance of the ad-hoc sub-process. */
  readonly adHocSubProcessInstanceKey: Key;
  readonly activateElements: readonly AdHocActivateElement[];
  /** Ends what runs inside before. */
  readonly isCancelRemainingInstances: boolean;
}

/** Starts elements inside a running ad-hoc sub-process. */
export async function activateAdHocElements(
  router: CommandRouter,
  { adHocSubProcessInstanceKey, activateElements, isCancelRemainingInstances }: ActivateAdHocElementsInput,
): Answer<typeof ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION> {
  return router.sendByKey({
    valueType: ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION,
    intent: AdHocSubProcessInstructionIntent.ACTIVATE,
    key: adHocSubProcessInstanceKey,
    value: {
      adHocSubProcessInstanceKey,
      activateElements,
      isCancelRemainingInstances,
      isCompletionConditionFulfilled: false,
      tenantId: DEFAULT_TENANT_ID,
    },
  });
}
