import type { AdHocDefinition, ExecutableElement } from '@waggle/bpmn';
import { isList } from '@waggle/feel';
import { BpmnElementType, NO_KEY } from '@waggle/protocol';
import { checkActivatable, startAdHocElement } from '../behavior/ad-hoc/ad-hoc-activation.ts';
import { isAdHocFulfilled } from '../behavior/ad-hoc/ad-hoc-condition.ts';
import { AD_HOC_ELEMENTS_VARIABLE, adHocElementsText } from '../behavior/ad-hoc/ad-hoc-elements.ts';
import { evaluateAdHocJob, renewAdHocJob } from '../behavior/ad-hoc/ad-hoc-job.ts';
import { adHocOutputOf } from '../behavior/ad-hoc/ad-hoc-output.ts';
import { endScopeEarly, terminateRest } from '../behavior/early-completion.ts';
import { activated, completeScopeIfDone } from '../behavior/element-transitions.ts';
import { evaluateExpression, scopeContext, wrongType } from '../behavior/expressions/evaluate-expression.ts';
import { cancelJob, createJob } from '../behavior/jobs/jobs.ts';
import {
  closeSubscriptions,
  eventSubProcessStarts,
  openSubscriptions,
} from '../behavior/triggers/event-subscriptions.ts';
import { propagateVariables, setLocalVariables } from '../behavior/variables/set-variables.ts';
import { applyInputMappings, applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import { extractValueFailure, Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';

/**
 * A scope whose elements start when they are named: by its own list, by a client, or by the worker that leads it.
 *
 * 1. Each start gets an inner instance, a scope around the element and all that follows it.
 * 2. Without a worker it completes when nothing is left inside, or when its condition holds after an inner instance ended.
 * 3. A worker that leads it has one open job at most, and a new one each time something inside has ended.
 */
export const adHocSubProcess: ElementProcessor = {
  prepare(processing, element, instance) {
    const { outputCollection } = adHocOf(element);
    const local = new Map([[AD_HOC_ELEMENTS_VARIABLE, adHocElementsText(element)]]);
    if (outputCollection !== undefined) local.set(outputCollection, '[]');
    // Before the mappings, which may read them. Done a second time nothing changes.
    setLocalVariables(processing, instance.key, instance.value, local);
    return applyInputMappings(processing, element, instance);
  },

  activate(processing, element, instance) {
    const job = evaluateAdHocJob(processing, element, instance);
    if (job instanceof Failure) return job;
    const elementIds = job === undefined ? evaluateActiveElements(processing, element, instance) : [];
    if (elementIds instanceof Failure) return elementIds;
    // There is no start event whose outputs the event sub-processes would have to wait for.
    const events = [...element.boundaryEvents, ...eventSubProcessStarts(element)];
    const failure = openSubscriptions(processing, instance, events);
    if (failure !== undefined) return failure;
    if (job !== undefined) createJob(processing, instance, job);
    const active = activated(processing, instance);
    for (const elementId of elementIds) {
      startAdHocElement(processing, element, active, { elementId, variables: new Map() });
    }
    return undefined;
  },

  complete(processing, element, instance) {
    cancelJob(processing, instance);
    const name = adHocOf(element).outputCollection;
    const collected = name === undefined ? undefined : processing.state.variables.get(instance.key, name);
    if (name !== undefined && collected !== undefined) {
      const variables = new Map([[name, collected.value]]);
      propagateVariables(processing, instance.value.flowScopeKey, instance.value, variables);
    }
    const failure = applyOutputMappings(processing, element, instance);
    if (failure !== undefined) return failure;
    closeSubscriptions(processing, instance.key);
    return undefined;
  },

  beforePathCompletes(processing, element, scope, child) {
    // What an event sub-process interrupts ends with it, whatever its condition says.
    if (scope.interruptedBy !== '') return undefined;
    const adHoc = adHocOf(element);
    const isInner = child.value.bpmnElementType === BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE;
    const output = isInner ? adHocOutputOf(processing, adHoc, scope, child) : undefined;
    if (output instanceof Failure) return output;
    const isFulfilled = element.job === undefined && isAdHocFulfilled(processing, adHoc, scope, output);
    if (isFulfilled instanceof Failure) return isFulfilled;
    const job = evaluateAdHocJob(processing, element, scope);
    if (job instanceof Failure) return job;
    if (output !== undefined) {
      setLocalVariables(processing, scope.key, scope.value, new Map([[output.variableName, output.list]]));
    }
    const isLast = scope.childCount === 1;
    if (isFulfilled && (adHoc.cancelsRemainingInstances || isLast)) endScopeEarly(processing, scope);
    return undefined;
  },

  pathCompleted(processing, element, scope) {
    if (scope.interruptedBy !== '') terminateRest(processing, scope);
    else if (processing.state.fulfilledAdHocSubProcesses.has(scope.key)) completeScopeIfDone(processing, scope.key);
    else if (element.job !== undefined) renewAdHocJob(processing, element, scope);
    else if (adHocOf(element).completionCondition === undefined) completeScopeIfDone(processing, scope.key);
  },

  outlivesChildren: true,

  childTerminated(processing, element, scope) {
    const isFulfilled = processing.state.fulfilledAdHocSubProcesses.has(scope.key);
    const endsWithLast = element.job === undefined && adHocOf(element).completionCondition === undefined;
    if (isFulfilled || endsWithLast) completeScopeIfDone(processing, scope.key);
    // Somebody ended from outside what the worker waits for; without a job it would never hear of it.
    else if (scope.childCount === 0 && scope.jobKey === NO_KEY) renewAdHocJob(processing, element, scope);
  },
};

function adHocOf(element: ExecutableElement): AdHocDefinition {
  if (element.adHoc === undefined) throw new Error(`Expected '${element.id}' to be an ad-hoc sub-process`);
  return element.adHoc;
}

/** Ids of the elements to start at once. */
function evaluateActiveElements(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): readonly string[] | Failure {
  const source = adHocOf(element).activeElementsCollection;
  if (source === undefined) return [];
  const evaluated = evaluateExpression(processing, source, scopeContext(processing, instance.key));
  if (evaluated instanceof Failure) return activationFailure(evaluated);
  const { value } = evaluated;
  if (!isList(value)) return activationFailure(wrongType(source, evaluated, ['ARRAY']));
  const ids = value.filter((item) => typeof item === 'string');
  if (ids.length < value.length) {
    return activationFailure(
      extractValueFailure(
        `Expected result of the expression '${source.text}' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item.`,
      ),
    );
  }
  const refused = checkActivatable(element, instance.key, ids);
  return refused === undefined ? ids : extractValueFailure(refused.reason);
}

function activationFailure({ message }: Failure): Failure {
  return extractValueFailure(`Failed to activate ad-hoc elements. ${message}`);
}
