import { toJsonText } from '@waggle/feel';
import { evaluateExpression, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { applyInputMappings, applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import { Failure } from '../failure.ts';
import type { ElementProcessor } from './element-processor.ts';
import { jobTask } from './job-task.ts';
import { leaveWithResult } from './result-completion.ts';

/** Evaluates a FEEL script and keeps its result; with a task definition instead, a worker does it. */
export const scriptTask: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const { script } = element;
    if (script === undefined) return jobTask.activate(processing, element, instance);
    const result = evaluateExpression(processing, script.expression, scopeContext(processing, instance.key));
    if (result instanceof Failure) return result;
    const value = toJsonText(result.value);
    leaveWithResult(processing, element, instance, { name: script.resultVariable, value });
    return undefined;
  },

  complete(processing, element, instance) {
    if (element.script === undefined) return jobTask.complete(processing, element, instance);
    return applyOutputMappings(processing, element, instance);
  },
};
