import type { ExecutableElement } from '@waggle/bpmn';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** Creates the job of the next listener of a phase. `none`: all have run, the element goes on. */
export function runNextListener(
  _processing: Processing,
  _element: ExecutableElement,
  _instance: ElementInstance,
  _eventType: 'start' | 'end',
): 'waits' | 'none' | Failure {
  return 'none';
}
