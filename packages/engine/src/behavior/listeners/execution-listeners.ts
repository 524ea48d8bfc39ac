/**
 * Execution listeners: jobs that run one after the other, in the order of the model, at the beginning or the end of an
 * element's life.
 *
 * 1. How many of the present phase have been started is kept with the element instance: JOB CREATED counts one up, the
 *    event that begins a phase starts anew, and so does resolving an incident that repeats the phase.
 * 2. Only one is open at a time; it is the job of its element.
 */
import type { ExecutableElement, ExecutionListenerDefinition } from '@waggle/bpmn';
import { JobKind, JobListenerEventType } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { getInstance } from '../element-transitions.ts';
import { createJob, evaluateListenerJob } from '../jobs/jobs.ts';

/** A part of an element's life that listeners can be part of. */
export type ListenerPhase = 'start' | 'end' | 'cancel';

const EVENT_TYPES = {
  start: JobListenerEventType.START,
  end: JobListenerEventType.END,
  beforeAll: JobListenerEventType.BEFORE_ALL,
  cancel: JobListenerEventType.CANCEL,
} as const;

/** When listeners run. The body of a multi-instance activity has no others at its start. */
const PHASES: Readonly<Record<ExecutionListenerDefinition['eventType'], ListenerPhase>> = {
  start: 'start',
  beforeAll: 'start',
  end: 'end',
  cancel: 'cancel',
};

/** Creates the job of the next listener of a phase. `none`: all have run, the element goes on. */
export function runNextListener(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  phase: ListenerPhase,
): 'waits' | 'none' | Failure {
  if (element.executionListeners.length === 0) return 'none';
  const { listenerIndex } = getInstance(processing, instance.key);
  const listener = element.executionListeners.filter(({ eventType }) => PHASES[eventType] === phase)[listenerIndex];
  if (listener === undefined) return 'none';
  const evaluated = evaluateListenerJob(processing, listener, instance);
  if (evaluated instanceof Failure) return evaluated;
  createJob(processing, instance, {
    ...evaluated,
    headers: listener.headers,
    kind: JobKind.EXECUTION_LISTENER,
    listenerEventType: EVENT_TYPES[listener.eventType],
  });
  return 'waits';
}

/** Whether an element waits for one of its listeners. */
export function isListenerRunning(processing: Processing, instance: ElementInstance): boolean {
  return processing.state.jobs.get(instance.jobKey)?.value.kind === JobKind.EXECUTION_LISTENER;
}
