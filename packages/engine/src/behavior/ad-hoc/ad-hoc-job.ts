/** The job of an ad-hoc sub-process that a worker leads: the worker says what is started next, and when it is enough. */
import type { ExecutableElement } from '@waggle/bpmn';
import { JobKind } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { getInstance } from '../element-transitions.ts';
import { raiseElementIncident } from '../incidents.ts';
import { cancelJob, createJob, evaluateJob, type JobProperties } from '../jobs/jobs.ts';

/** `undefined` when no worker leads the sub-process. */
export function evaluateAdHocJob(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): JobProperties | Failure | undefined {
  if (element.job === undefined) return undefined;
  const properties = evaluateJob(processing, element.job, instance);
  return properties instanceof Failure ? properties : { ...properties, kind: JobKind.AD_HOC_SUB_PROCESS };
}

/** Asks the worker again: what it was asked before has no more to do with how things are. */
export function renewAdHocJob(processing: Processing, element: ExecutableElement, instance: ElementInstance): void {
  cancelJob(processing, instance);
  const properties = evaluateAdHocJob(processing, element, getInstance(processing, instance.key));
  if (properties === undefined) return;
  if (properties instanceof Failure) raiseElementIncident(processing, instance, properties);
  else createJob(processing, getInstance(processing, instance.key), properties);
}
