import type { ExecutableElement } from '@waggle/bpmn';
import { NO_KEY } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { createJob } from './jobs.ts';
import { listText } from './task-listeners.ts';
import { definitionOf, type UserTaskProperties } from './user-task-properties.ts';

/** The job of a user task that is left to a worker: one type for all, one try, and the task's attributes as headers. */
const JOB_TYPE = 'io.camunda.zeebe:userTask';
const RETRIES = 1;

export function createUserTaskJob(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  properties: UserTaskProperties,
): void {
  const definition = definitionOf(element);
  const headers: Record<string, string> = { ...definition.headers };
  const put = (name: string, text: string) => {
    if (text !== '') headers[`io.camunda.zeebe:${name}`] = text;
  };
  put('assignee', properties.assignee);
  put('candidateGroups', listText(properties.candidateGroupsList));
  put('candidateUsers', listText(properties.candidateUsersList));
  put('dueDate', properties.dueDate);
  put('followUpDate', properties.followUpDate);
  put('formKey', properties.formKey === NO_KEY ? (definition.form?.formKey ?? '') : String(properties.formKey));
  createJob(processing, instance, { type: JOB_TYPE, retries: RETRIES, headers });
}
