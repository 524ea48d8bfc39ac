import { toJsonText } from '@waggle/feel';
import { evaluateCalledDecision } from '../behavior/decisions/called-decision.ts';
import { applyInputMappings, applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import { Failure } from '../failure.ts';
import type { ElementProcessor } from './element-processor.ts';
import { jobTask } from './job-task.ts';
import { leaveWithResult } from './result-completion.ts';

/** Evaluates a decision and keeps its result; with a task definition instead, a worker does it. */
export const businessRuleTask: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const { calledDecision } = element;
    if (calledDecision === undefined) return jobTask.activate(processing, element, instance);
    const result = evaluateCalledDecision(processing, calledDecision, instance);
    if (result instanceof Failure) return result;
    leaveWithResult(processing, element, instance, {
      name: calledDecision.resultVariable,
      value: toJsonText(result.output),
    });
    return undefined;
  },

  complete(processing, element, instance) {
    if (element.calledDecision === undefined) return jobTask.complete(processing, element, instance);
    return applyOutputMappings(processing, element, instance);
  },
};
