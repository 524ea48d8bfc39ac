import type { ExecutableElement, ExpressionSource, MultiInstanceDefinition } from '@waggle/bpmn';
import { isList, toJsonText } from '@waggle/feel';
import { MultiInstanceIntent, splitJsonArray, ValueType } from '@waggle/protocol';
import { endScopeEarly, terminateRest } from '../behavior/early-completion.ts';
import { activated, completeElement } from '../behavior/element-transitions.ts';
import { evaluateExpression, scopeContext, wrongType } from '../behavior/expressions/evaluate-expression.ts';
import { rootVariableOf } from '../behavior/expressions/root-variable.ts';
import { variableText } from '../behavior/multi-instance/collected-output.ts';
import {
  activateInnerInstance,
  activateInnerInstances,
  setLoopVariables,
} from '../behavior/multi-instance/inner-instances.ts';
import { isLoopFulfilled } from '../behavior/multi-instance/loop-condition.ts';
import { collectOutput, createOutputCollection, outputOf } from '../behavior/multi-instance/loop-output.ts';
import { closeSubscriptions, openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { propagateVariables } from '../behavior/variables/set-variables.ts';
import { visibleVariable } from '../behavior/variables/visible-variables.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';

/**
 * The loop around an activity: runs it once per item of a list, at once or one after the other.
 *
 * 1. The list is evaluated once, before the loop begins, and stays as it was whatever happens to the variable.
 * 2. What is done per inner instance takes the same time however long the list is.
 * 3. Boundary events and outgoing flows belong to the body, mappings and listeners to the inner instances.
 */
export const multiInstanceBody: ElementProcessor = {
  activate(processing, element, instance) {
    const loop = loopOf(element);
    const items = evaluateItems(processing, loop, instance);
    if (items instanceof Failure) return items;
    const failure = openSubscriptions(processing, instance, element.boundaryEvents);
    if (failure !== undefined) return failure;
    createOutputCollection(processing, loop, instance, items.length);
    processing.write.event(
      ValueType.MULTI_INSTANCE,
      MultiInstanceIntent.INPUT_COLLECTION_EVALUATED,
      processing.keys.next(),
      {
        elementInstanceKey: instance.key,
        processInstanceKey: instance.value.processInstanceKey,
        inputCollection: items,
        outputCollection: loop.outputCollection ?? '',
        loopCounter: 0,
        outputElement: '',
      },
    );
    const active = activated(processing, instance);
    if (items.length === 0) completeElement(processing, active);
    else if (loop.isSequential) activateInnerInstance(processing, active, 1);
    else activateInnerInstances(processing, active, 0);
    return undefined;
  },

  complete(processing, element, instance) {
    const name = loopOf(element).outputCollection;
    const variable = name === undefined ? undefined : processing.state.variables.get(instance.key, name);
    if (name !== undefined && variable !== undefined) {
      const collected = new Map([[name, variableText(processing, instance.key, variable)]]);
      propagateVariables(processing, instance.value.flowScopeKey, instance.value, collected);
    }
    closeSubscriptions(processing, instance.key);
    return undefined;
  },

  childActivating(processing, scope, child) {
    setLoopVariables(processing, loopOf(processing.models.elementOf(scope.value)), scope, child);
  },

  beforePathCompletes(processing, element, scope, child) {
    const loop = loopOf(element);
    const output = outputOf(processing, loop, scope, child);
    if (output instanceof Failure) return output;
    const isFulfilled = isLoopFulfilled(processing, loop, scope, child, output);
    if (isFulfilled instanceof Failure) return isFulfilled;
    if (output !== undefined) collectOutput(processing, scope, child, output);
    if (isFulfilled) endScopeEarly(processing, scope);
    return undefined;
  },

  pathCompleted(processing, element, scope, child) {
    if (scope.interruptedBy !== '') {
      terminateRest(processing, scope);
      return;
    }
    const { itemCount } = progress(processing, scope);
    const { loopCounter } = child.value;
    if (!loopOf(element).isSequential) completeIfAllEnded(processing, scope);
    else if (loopCounter < itemCount) activateInnerInstance(processing, scope, loopCounter + 1);
    else completeElement(processing, scope);
  },

  childTerminated(processing, element, scope) {
    // Whoever ends the one instance of a sequential loop from outside ends the loop.
    if (loopOf(element).isSequential) completeElement(processing, scope);
    else completeIfAllEnded(processing, scope);
  },
};

function loopOf(element: ExecutableElement): MultiInstanceDefinition {
  if (element.multiInstance === undefined) throw new Error(`Expected '${element.id}' to be a multi-instance body`);
  return element.multiInstance;
}

/** JSON texts of the items to go through. */
function evaluateItems(
  processing: Processing,
  { inputCollection }: MultiInstanceDefinition,
  instance: ElementInstance,
): readonly string[] | Failure {
  const ofVariable = itemsOfVariable(processing, inputCollection, instance);
  if (ofVariable !== undefined) return ofVariable;
  const evaluated = evaluateExpression(processing, inputCollection, scopeContext(processing, instance.key));
  if (evaluated instanceof Failure) return evaluated;
  if (!isList(evaluated.value)) return wrongType(inputCollection, evaluated, ['ARRAY']);
  return evaluated.value.map((item) => toJsonText(item));
}

/** The usual case, a list in a variable, is cut up as it is: to read and write a large one would hold up everybody else. */
function itemsOfVariable(
  processing: Processing,
  source: ExpressionSource,
  instance: ElementInstance,
): readonly string[] | undefined {
  const name = rootVariableOf(processing, source);
  if (name === undefined || name !== source.text.trim()) return undefined;
  const text = visibleVariable(processing, instance.key, name);
  return text === undefined ? undefined : splitJsonArray(text);
}

/** Those that are asked for and not active yet count as well: the loop is through when every item is. */
function completeIfAllEnded(processing: Processing, scope: ElementInstance): void {
  const { itemCount, completedCount, terminatedCount } = progress(processing, scope);
  if (isActivated(scope) && completedCount + terminatedCount === itemCount) completeElement(processing, scope);
}

function progress(processing: Processing, { key }: ElementInstance) {
  const loop = processing.state.multiInstances.get(key);
  if (loop === undefined) throw new Error(`Expected a loop of ${key}, but there is none`);
  return loop;
}
