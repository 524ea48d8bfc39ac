/**
 * Deletes process definitions. Where instances still run, the partition that a client asked refuses; the others, which
 * only hear of what is decided, keep the definition for their instances until the last of them has ended.
 */
import { type Key, ProcessIntent, type ProcessValue, RejectionType, ValueType } from '@waggle/protocol';
import {
  closeStartEventSubscriptions,
  openStartEventSubscriptions,
  planStartEvents,
} from '../behavior/triggers/start-event-subscriptions.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { newestOtherVersion } from '../state/previous-version.ts';
import { tenantName } from '../state/table-names.ts';
import type { Deletable } from './deletable.ts';
import { hasRunningInstances, withoutContent } from './withdrawn-process.ts';

/** @param isDecided another partition has decided it. */
export function deletableProcess(processing: Processing, key: Key, isDecided: boolean): Deletable | undefined {
  const definition = processing.state.processes.get(key);
  if (definition === undefined || processing.state.withdrawnProcesses.has(key)) return undefined;
  const { bpmnProcessId, tenantId } = definition;
  return {
    resourceType: 'PROCESS_DEFINITION',
    resourceId: bpmnProcessId,
    tenantId,
    plan: () => planDeletion(processing, definition, isDecided),
  };
}

function planDeletion(processing: Processing, definition: ProcessValue, isDecided: boolean): (() => void) | Rejection {
  const { processDefinitionKey: key } = definition;
  const isRunning = hasRunningInstances(processing, key);
  if (isRunning && !isDecided) {
    return new Rejection(
      RejectionType.INVALID_STATE,
      `Expected to delete resource with key \`${key}\` but there are still running instances`,
    );
  }
  const successor = planSuccessor(processing, definition);
  return () => {
    const { write } = processing;
    const value = withoutContent(definition);
    write.event(ValueType.PROCESS, isRunning ? ProcessIntent.DRAINING : ProcessIntent.DELETING, key, value);
    closeStartEventSubscriptions(processing, key);
    successor?.();
    if (!isRunning) write.event(ValueType.PROCESS, ProcessIntent.DELETED, key, value);
  };
}

/** The version before starts instances by itself again. */
function planSuccessor(processing: Processing, definition: ProcessValue): (() => void) | undefined {
  const { state } = processing;
  const name = tenantName(definition.bpmnProcessId, definition.tenantId);
  if (state.latestProcesses.get(name)?.processDefinitionKey !== definition.processDefinitionKey) return undefined;
  const nextKey = newestOtherVersion(state.processVersions, name, definition.version);
  const next = nextKey === undefined ? undefined : state.processes.get(nextKey);
  if (next === undefined) return undefined;
  // They were valid when it was deployed; what can no longer be evaluated, such as a deleted variable, stays closed.
  const { openings } = planStartEvents(processing, processing.models.get(next.processDefinitionKey), next.tenantId);
  return () => openStartEventSubscriptions(processing, next, openings);
}
