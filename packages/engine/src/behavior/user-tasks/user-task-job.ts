import type { ExecutableElement } from '@waggle/bpmn';
import { NO_KEY } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateJob, type JobProperties } from '../jobs/jobs.ts';
import { userTaskHeaders } from './user-task-headers.ts';
import { definitionOf, type UserTaskProperties } from './user-task-properties.ts';

/** The job of a user task that is left to a worker: the task's attributes are headers. */
export function evaluateUserTaskJob(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  properties: UserTaskProperties,
): JobProperties | Failure {
  if (element.job === undefined) throw new Error(`Expected a job for the user task '${element.id}', but it has none`);
  const job = evaluateJob(processing, element.job, instance);
  if (job instanceof Failure) return job;
  const { assignee, candidateGroupsList, candidateUsersList, dueDate, followUpDate } = properties;
  const headers = userTaskHeaders({
    assignee,
    candidateGroups: candidateGroupsList,
    candidateUsers: candidateUsersList,
    dueDate,
    followUpDate,
    formKey: properties.formKey === NO_KEY ? (definitionOf(element).form?.formKey ?? '') : String(properties.formKey),
  });
  return { ...job, headers: { ...job.headers, ...headers } };
}
