/** Runs the handlers of what a compensation event is to undo, and lets the event go on behind the last of them. */
import type { ExecutableElement } from '@waggle/bpmn';
import {
  BpmnElementType,
  BpmnEventType,
  CompensationSubscriptionIntent,
  type CompensationSubscriptionValue,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  splitJsonObject,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated } from '../../state/element-instance.ts';
import {
  activated,
  activating,
  completeElement,
  completing,
  continueActivating,
  elementValue,
  getInstance,
} from '../element-transitions.ts';
import { setLocalVariables } from '../variables/set-variables.ts';
import { withoutVariables } from './compensation-subscriptions.ts';

/** Scopes whose throw events also undo what the scope around them has done. */
const SEE_THROUGH: ReadonlySet<BpmnElementType> = new Set([
  BpmnElementType.EVENT_SUB_PROCESS,
  BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE,
]);

/** A subscription to trigger, with the variables of the completed scopes around it. */
interface Due {
  readonly key: Key;
  readonly value: CompensationSubscriptionValue;
  readonly variables: ReadonlyMap<string, string>;
}

/** What a throw event looks for, and how much of it it takes now. */
interface Search {
  readonly thrower: ElementInstance;
  /** `undefined` = everything. */
  readonly activityId: string | undefined;
  /** Subscriptions from this key on came too late; `undefined` = none did. */
  readonly untilKey: Key | undefined;
  readonly due: Due[];
}

/**
 * Starts the handlers that a throw event asks for, as many as one step takes; the rest follows when these have ended.
 * @returns whether there are any.
 */
export function triggerCompensation(
  processing: Processing,
  element: ExecutableElement,
  thrower: ElementInstance,
  untilKey?: Key,
): boolean {
  const { state, limits, write } = processing;
  const due: Due[] = [];
  const search: Search = { thrower, activityId: element.compensatedActivity?.id, untilKey, due };
  let scope = state.elementInstances.get(thrower.value.flowScopeKey);
  if (scope !== undefined) collectDue(processing, scope.key, search, NO_SNAPSHOT);
  if (scope !== undefined && SEE_THROUGH.has(scope.value.bpmnElementType)) {
    scope = state.elementInstances.get(scope.value.flowScopeKey);
    if (scope !== undefined) collectDue(processing, scope.key, search, NO_SNAPSHOT);
  }
  const startBytes = write.length;
  let handlers = 0;
  for (const each of due) {
    // Handlers get copies of what was around their activities; large ones make small steps.
    if (handlers > 0 && write.length - startBytes >= limits.commandBytesSoftMax) break;
    trigger(processing, thrower, each);
    if (hasHandler(each)) handlers++;
  }
  return handlers > 0;
}

/** A handler has ended, by itself or by force. */
export function compensationHandlerEnded(
  processing: Processing,
  handlerInstanceKey: Key,
  intent: typeof CompensationSubscriptionIntent.COMPLETED | typeof CompensationSubscriptionIntent.DELETED,
): void {
  const { state } = processing;
  const key = state.compensationHandlers.get(handlerInstanceKey);
  const value = key === undefined ? undefined : state.compensationSubscriptions.get(key);
  if (key === undefined || value === undefined) return;
  processing.write.event(ValueType.COMPENSATION_SUBSCRIPTION, intent, key, withoutVariables(value));
  closeEmptyScopes(processing, value.compensableActivityScopeKey);
  const { throwEventInstanceKey } = value;
  if (!state.triggeredCompensations.isEmpty(throwEventInstanceKey)) return;
  const thrower = state.elementInstances.get(throwEventInstanceKey);
  if (thrower === undefined || !isActivated(thrower)) return;
  const element = processing.models.elementOf(thrower.value);
  if (!triggerCompensation(processing, element, thrower, thrower.key)) completeElement(processing, thrower);
}

const NO_SNAPSHOT: ReadonlyMap<string, string> = new Map();

/** @returns `false` when there is enough for one step. */
function collectDue(
  processing: Processing,
  scopeKey: Key,
  search: Search,
  around: ReadonlyMap<string, string>,
): boolean {
  const { state } = processing;
  let isRoomLeft = true;
  state.compensableScopes.forEach(scopeKey, (key) => {
    const value = state.compensationSubscriptions.get(key);
    if (value === undefined) return true;
    if (search.untilKey !== undefined && key >= search.untilKey) return false;
    isRoomLeft = collectOne(processing, { key, value, variables: merged(around, value) }, search);
    return isRoomLeft;
  });
  return isRoomLeft;
}

function collectOne(processing: Processing, due: Due, search: Search): boolean {
  const { compensableActivityId, compensableActivityInstanceKey, throwEventInstanceKey } = due.value;
  if (search.activityId !== undefined && compensableActivityId !== search.activityId) {
    // Each element that was activated in an ad-hoc sub-process has a scope of its own, of which the model knows nothing.
    if (!isAdHocInner(processing, due.value)) return true;
    return collectDue(processing, compensableActivityInstanceKey, search, due.variables);
  }
  const isOurs = throwEventInstanceKey === search.thrower.key;
  if (throwEventInstanceKey !== NO_KEY && !isOurs) return true;
  const countBefore = search.due.length;
  if (!isOurs) search.due.push(due);
  if (search.due.filter(hasHandler).length >= processing.limits.compensationChunkMax) return false;
  const isRoomLeft = collectDue(
    processing,
    compensableActivityInstanceKey,
    { ...search, activityId: undefined },
    due.variables,
  );
  // A scope in which another throw event runs all handlers is that one's.
  if (!search.due.slice(countBefore).some(hasHandler)) search.due.length = countBefore;
  return isRoomLeft;
}

function hasHandler({ value }: Due): boolean {
  return value.compensationHandlerId !== '';
}

function isAdHocInner(processing: Processing, value: CompensationSubscriptionValue): boolean {
  // A migration may have left one whose handler already ran without a counterpart.
  const element = processing.models.get(value.processDefinitionKey).elements.get(value.compensableActivityId);
  return element?.elementType === BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE;
}

function merged(
  around: ReadonlyMap<string, string>,
  { variables }: CompensationSubscriptionValue,
): ReadonlyMap<string, string> {
  if (variables === '{}') return around;
  const split = splitJsonObject(variables);
  if (!split.ok) throw new Error(`Expected a snapshot to be a JSON object, but ${split.problem.message}`);
  return new Map([...around, ...split.members]);
}

function trigger(processing: Processing, thrower: ElementInstance, due: Due): void {
  const { key, value, variables } = due;
  const handlerKey = hasHandler(due) ? enterHandler(processing, thrower, value, variables) : NO_KEY;
  const { TRIGGERED } = CompensationSubscriptionIntent;
  processing.write.event(ValueType.COMPENSATION_SUBSCRIPTION, TRIGGERED, key, {
    ...withoutVariables(value),
    compensationHandlerInstanceKey: handlerKey,
    throwEventId: thrower.value.elementId,
    throwEventInstanceKey: thrower.key,
  });
}

/** The boundary event is shown as passed, then the handler begins beside the throw event. @returns the handler's instance. */
function enterHandler(
  processing: Processing,
  thrower: ElementInstance,
  value: CompensationSubscriptionValue,
  variables: ReadonlyMap<string, string>,
): Key {
  const { models, keys, write } = processing;
  const scope = getInstance(processing, thrower.value.flowScopeKey);
  const activity = models.element(value.processDefinitionKey, value.compensableActivityId);
  const boundaryEvent = activity.boundaryEvents.find(({ eventType }) => eventType === BpmnEventType.COMPENSATION);
  if (boundaryEvent !== undefined) {
    const passed = activating(processing, keys.next(), elementValue(boundaryEvent, scope));
    const { key } = completing(processing, activated(processing, passed));
    write.event(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_COMPLETED, key, passed.value);
  }
  const handler = models.element(value.processDefinitionKey, value.compensationHandlerId);
  const instance = activating(processing, keys.next(), {
    ...elementValue(handler, scope),
    bpmnEventType: BpmnEventType.COMPENSATION,
  });
  setLocalVariables(processing, instance.key, instance.value, variables);
  continueActivating(processing, instance);
  return instance.key;
}

/** A completed scope is compensated when nothing is left in it, unless it has a handler of its own. */
function closeEmptyScopes(processing: Processing, innermostKey: Key): void {
  const { state, write } = processing;
  let scopeKey = innermostKey;
  while (state.compensableScopes.isEmpty(scopeKey)) {
    const key = state.compensatedScopes.get(scopeKey);
    const value = key === undefined ? undefined : state.compensationSubscriptions.get(key);
    if (key === undefined || value === undefined || value.compensationHandlerId !== '') return;
    const { COMPLETED } = CompensationSubscriptionIntent;
    write.event(ValueType.COMPENSATION_SUBSCRIPTION, COMPLETED, key, withoutVariables(value));
    scopeKey = value.compensableActivityScopeKey;
  }
}
