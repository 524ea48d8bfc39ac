import { type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { getInstance, terminating } from '../behavior/element-transitions.ts';
import { closeSubscriptions } from '../behavior/event-subscriptions.ts';
import { resolveIncidentsOf } from '../behavior/incidents.ts';
import { cancelJob } from '../behavior/jobs.ts';
import { terminateChildren, terminated } from '../behavior/scope-termination.ts';
import { elementProcessor } from '../elements/element-table.ts';
import { isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Ends an element before its time: gives up what it holds, then its children, then itself. */
export const processInstanceTerminateElement: Processor<ProcessInstanceValue> = (processing, command) => {
  const instance = processing.state.elementInstances.get(command.key);
  if (instance === undefined || isTerminating(instance)) {
    processing.write.reject(
      RejectionType.INVALID_STATE,
      `Expected element instance with key '${command.key}' to be active, but it is ${instance === undefined ? 'gone' : 'terminating already'}.`,
    );
    return;
  }
  const leaving = terminating(processing, instance);
  cancelJob(processing, leaving);
  closeSubscriptions(processing, leaving.key);
  resolveIncidentsOf(processing, leaving.key);
  const mustWait = elementProcessor(leaving.value.bpmnElementType).terminate?.(processing, leaving) ?? false;
  terminateChildren(processing, leaving);
  if (!mustWait && leaving.childCount === 0) terminated(processing, getInstance(processing, leaving.key));
};
