import { toJsonText } from '@waggle/feel';
import { beginCompletion } from '../behavior/element-life.ts';
import { activated, completing } from '../behavior/element-transitions.ts';
import { evaluateExpression, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { propagateVariables, setLocalVariables } from '../behavior/variables/set-variables.ts';
import { applyInputMappings, applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import { Failure } from '../failure.ts';
import type { ElementProcessor } from './element-processor.ts';
import { jobTask } from './job-task.ts';

/** Evaluates a FEEL script and keeps its result; with a task definition instead, a worker does it. */
export const scriptTask: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const { script } = element;
    if (script === undefined) return jobTask.activate(processing, element, instance);
    const result = evaluateExpression(processing, script.expression, scopeContext(processing, instance.key));
    if (result instanceof Failure) return result;
    const variables = new Map([[script.resultVariable, toJsonText(result.value)]]);
    const active = activated(processing, instance);
    if (element.outputMappings.length === 0) propagateVariables(processing, instance.key, instance.value, variables);
    else setLocalVariables(processing, instance.key, instance.value, variables);
    beginCompletion(processing, element, completing(processing, active));
    return undefined;
  },

  complete(processing, element, instance) {
    if (element.script === undefined) return jobTask.complete(processing, element, instance);
    return applyOutputMappings(processing, element, instance);
  },
};
