import {
  AdHocSubProcessInstructionIntent,
  type AdHocSubProcessInstructionValue,
  type AdHocSubProcessJobResult,
  type JobValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { isActivated } from '../../state/element-instance.ts';
import type { JobCompletion } from '../jobs/job-completion.ts';
import { parseVariables } from '../variables/parse-variables.ts';
import { propagateVariables } from '../variables/set-variables.ts';
import { checkActivatable } from './ad-hoc-activation.ts';

/** The worker that leads an ad-hoc sub-process has decided what is started next, or that it is enough. */
export const adHocJobCompletion: JobCompletion = {
  check(processing, job, request) {
    const instance = processing.state.elementInstances.get(job.elementInstanceKey);
    if (instance === undefined) return undefined;
    const result = resultOf(request);
    const elementIds = result.activateElements.map(({ elementId }) => elementId);
    const unknown = checkActivatable(processing.models.elementOf(instance.value), instance.key, elementIds);
    if (unknown !== undefined) return unknown;
    if (!isActivated(instance)) {
      return new Rejection(
        RejectionType.INVALID_STATE,
        `Expected to complete ad-hoc sub-process job, but the ad-hoc sub-process instance is not active (element instance key '${instance.key}', type '${job.type}', processInstanceKey '${job.processInstanceKey}')`,
      );
    }
    if (result.isCompletionConditionFulfilled && elementIds.length > 0) {
      return new Rejection(
        RejectionType.INVALID_ARGUMENT,
        `Expected to complete ad-hoc sub-process job, but the job result contains elements to be activated while the completion condition is fulfilled (element instance key '${instance.key}'). When the completion condition is fulfilled, no further element activations are allowed. Either remove the elements to be activated from the job result, or set the completion condition to not fulfilled.`,
      );
    }
    return result.activateElements.map(({ variables }) => parseVariables(variables)).find(isRejection);
  },

  completed(processing, instance, job) {
    const result = resultOf(job);
    const { ACTIVATE, COMPLETE } = AdHocSubProcessInstructionIntent;
    const value: AdHocSubProcessInstructionValue = {
      adHocSubProcessInstanceKey: instance.key,
      activateElements: result.activateElements,
      isCancelRemainingInstances: result.isCancelRemainingInstances,
      isCompletionConditionFulfilled: result.isCompletionConditionFulfilled,
      tenantId: instance.value.tenantId,
    };
    if (result.activateElements.length > 0) instruct(processing, ACTIVATE, value);
    if (result.isCompletionConditionFulfilled) instruct(processing, COMPLETE, value);
    const variables = parseVariables(job.variables);
    if (variables instanceof Rejection) throw new Error(`Expected checked variables, but ${variables.reason}`);
    propagateVariables(processing, instance.key, instance.value, variables);
  },
};

function instruct(processing: Processing, intent: number, value: AdHocSubProcessInstructionValue): void {
  const { adHocSubProcessInstanceKey: key } = value;
  processing.write.followUp(ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION, intent, key, value);
}

/** A worker that says nothing starts nothing and leaves the sub-process open. */
const NOTHING: AdHocSubProcessJobResult = {
  type: 'adHocSubProcess',
  activateElements: [],
  isCompletionConditionFulfilled: false,
  isCancelRemainingInstances: false,
};

function resultOf({ result }: JobValue): AdHocSubProcessJobResult {
  return result?.type === 'adHocSubProcess' ? result : NOTHING;
}

function isRejection(outcome: unknown): outcome is Rejection {
  return outcome instanceof Rejection;
}
