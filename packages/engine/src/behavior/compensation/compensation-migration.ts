/**
 * What a migration does to what could be compensated: an activity keeps its handler when it, or its compensation boundary
 * event, is mapped to one that has a handler. Completed scopes follow what is left in them. Everything else is forgotten.
 */
import type { ExecutableElement } from '@waggle/bpmn';
import {
  BpmnElementType,
  BpmnEventType,
  CompensationSubscriptionIntent,
  type CompensationSubscriptionValue,
  type Key,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import type { MigrationContext } from '../migration/migration-plan.ts';
import { dropCompensations, withoutVariables } from './compensation-subscriptions.ts';

/** Element instances have moved already, so handlers and throw events that are at work are named as in the target. */
export function migrateCompensations(context: MigrationContext, processInstanceKey: Key): void {
  const { state } = context.processing;
  if (state.instanceCompensations.isEmpty(processInstanceKey)) return;
  const done = new Set<Key>();
  const keys: Key[] = [];
  state.instanceCompensations.forEach(processInstanceKey, (key) => keys.push(key));
  for (const key of keys) migrateOne(context, key, done);
}

/** @returns whether the subscription is still there. */
function migrateOne(context: MigrationContext, key: Key, done: Set<Key>): boolean {
  const { processing, definition } = context;
  const value = processing.state.compensationSubscriptions.get(key);
  if (value === undefined || done.has(key)) return value !== undefined;
  done.add(key);
  const inner: Key[] = [];
  processing.state.compensableScopes.forEach(value.compensableActivityInstanceKey, (each) => inner.push(each));
  const isAnythingInside = inner.map((each) => migrateOne(context, each, done)).includes(true);
  const target = targetOf(context, value);
  const isKept = target !== undefined && (value.compensationHandlerId === '' ? isAnythingInside : true);
  if (!isKept) {
    dropCompensations(processing, value.compensableActivityInstanceKey);
    const { DELETED } = CompensationSubscriptionIntent;
    processing.write.event(ValueType.COMPENSATION_SUBSCRIPTION, DELETED, key, withoutVariables(value));
    return false;
  }
  processing.write.event(ValueType.COMPENSATION_SUBSCRIPTION, CompensationSubscriptionIntent.MIGRATED, key, {
    ...withoutVariables(value),
    processDefinitionKey: definition.processDefinitionKey,
    ...target,
    throwEventId: elementIdOf(context, value.throwEventInstanceKey) ?? value.throwEventId,
  });
  return true;
}

type Target = Pick<CompensationSubscriptionValue, 'compensableActivityId' | 'compensationHandlerId'>;

function targetOf(context: MigrationContext, value: CompensationSubscriptionValue): Target | undefined {
  const { processing, definition, mapping } = context;
  const { compensableActivityId, compensationHandlerId, compensationHandlerInstanceKey } = value;
  const source = processing.models.get(value.processDefinitionKey).elements.get(compensableActivityId);
  const mapped = source && mappedActivity(context, source);
  if (compensationHandlerInstanceKey !== NO_KEY) {
    const handlerId = elementIdOf(context, compensationHandlerInstanceKey) ?? compensationHandlerId;
    return { compensableActivityId: mapped?.id ?? compensableActivityId, compensationHandlerId: handlerId };
  }
  if (compensationHandlerId !== '') {
    const handler = mapped?.compensationHandler;
    return mapped && handler && { compensableActivityId: mapped.id, compensationHandlerId: handler.id };
  }
  const isInner = source?.elementType === BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE;
  const scope = isInner ? source.flowScope && mapping.elementFor(source.flowScope.id)?.innerInstance : mapped;
  const sameId = processing.models.get(definition.processDefinitionKey).elements.get(compensableActivityId);
  const activity = scope ?? sameId;
  return activity && { compensableActivityId: activity.id, compensationHandlerId: '' };
}

function mappedActivity({ mapping }: MigrationContext, source: ExecutableElement): ExecutableElement | undefined {
  const boundaryEvent = source.boundaryEvents.find(({ eventType }) => eventType === BpmnEventType.COMPENSATION);
  const byEvent = boundaryEvent && mapping.elementFor(boundaryEvent.id)?.attachedTo;
  return mapping.elementFor(source.id) ?? byEvent;
}

function elementIdOf({ processing }: MigrationContext, instanceKey: Key): string | undefined {
  return processing.state.elementInstances.get(instanceKey)?.value.elementId;
}
