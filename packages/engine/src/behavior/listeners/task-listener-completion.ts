import {
  JobListenerEventType,
  type JobListenerEventTypeName,
  type JobValue,
  type Key,
  RejectionType,
  UserTaskIntent,
  type UserTaskJobResult,
  type UserTaskValue,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { findUserTask } from '../../state/user-task.ts';
import type { JobCompletion } from '../jobs/job-completion.ts';
import { attributesProblem, correctableAttributes, withAttributes } from '../user-tasks/user-task-attributes.ts';
import { parseVariables } from '../variables/parse-variables.ts';

/** A listener to a user task is done: it lets the transition go on, perhaps corrected, or refuses it. */
export const taskListenerCompletion: JobCompletion = {
  check(processing, job, request, key) {
    const which = `(job key '${key}', type '${job.type}', processInstanceKey '${job.processInstanceKey}')`;
    const problem = payloadProblem(request, which) ?? resultProblem(processing, job, request, which);
    return problem === undefined ? undefined : new Rejection(RejectionType.INVALID_ARGUMENT, problem);
  },

  completed(processing, instance, job) {
    const found = findUserTask(processing.state, instance.key);
    if (found?.task.pending === undefined) return;
    const { key } = found;
    // What is pending stays in the state; the command says what the listener did about it.
    const pending: UserTaskValue = { ...found.task.pending, variables: '{}', changedAttributes: [] };
    const result = resultOf(job);
    const { COMPLETE_TASK_LISTENER, DENY_TASK_LISTENER } = UserTaskIntent;
    if (result === undefined) {
      processing.write.followUp(ValueType.USER_TASK, COMPLETE_TASK_LISTENER, key, pending);
    } else if (result.isDenied) {
      const denied = { ...pending, deniedReason: result.deniedReason };
      processing.write.followUp(ValueType.USER_TASK, DENY_TASK_LISTENER, key, denied);
    } else {
      const changedAttributes = result.correctedAttributes;
      const corrected = withAttributes(pending, changedAttributes, result.corrections);
      processing.write.followUp(ValueType.USER_TASK, COMPLETE_TASK_LISTENER, key, { ...corrected, changedAttributes });
    }
  },
};

function payloadProblem(request: JobValue, which: string): string | undefined {
  const variables = parseVariables(request.variables);
  const isEmpty = variables instanceof Rejection || variables.size === 0;
  return isEmpty
    ? undefined
    : `Task Listener job completion with variables payload provided is not supported ${which}. Listeners to user tasks cannot set any.`;
}

/** Who asked for the transition is told that it will not happen; creation and cancelation have nobody to tell. */
const deniable: readonly JobListenerEventTypeName[] = ['ASSIGNING', 'COMPLETING', 'UPDATING'];

function resultProblem(processing: Processing, job: JobValue, request: JobValue, which: string): string | undefined {
  if (request.result === undefined) return undefined;
  const expected = 'Expected to complete task listener job';
  const result = resultOf(request);
  if (result === undefined)
    return `${expected} with a result of type 'userTask', but it is of type '${request.result.type}' ${which}.`;
  const { correctedAttributes: names, isDenied, corrections } = result;
  const eventType = eventTypeName(job.listenerEventType);
  if (isDenied && !deniable.includes(eventType)) {
    return `Denying result is not supported for '${eventType}' task listener jobs ${which}. Only the following listener event types support denying: [${deniable.join(', ')}].`;
  }
  if (isDenied && names.length > 0) {
    return `${expected} with corrections, but the job result is denied ${which}. The corrections would be reverted by the denial. Either complete the job with corrections without setting denied, or complete the job with a denied result but no corrections.`;
  }
  const allowed: readonly string[] = correctableAttributes;
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown !== undefined) {
    return `${expected} with a corrections result, but property '${unknown}' cannot be corrected ${which}. Only the following properties can be corrected: [${allowed.join(', ')}].`;
  }
  if (eventType === 'CREATING' && names.includes('assignee') && hasMeantAssignee(processing, job.elementInstanceKey)) {
    return `${expected}, but correcting the assignee on 'CREATING' event is not supported when the user task has an assignee defined in the model ${which}. Use the 'CREATING' event to set an assignee only if it was not defined. Use the 'ASSIGNING' event to correct an assignee that is already defined.`;
  }
  const problem = attributesProblem(names, corrections);
  return problem === undefined
    ? undefined
    : `${expected} with corrections that can take effect ${which}, but: ${problem}`;
}

function resultOf({ result }: JobValue): UserTaskJobResult | undefined {
  return result?.type === 'userTask' ? result : undefined;
}

function eventTypeName(eventType: JobListenerEventType): JobListenerEventTypeName {
  const names = Object.keys(JobListenerEventType) as JobListenerEventTypeName[];
  return names.find((name) => JobListenerEventType[name] === eventType) ?? 'UNSPECIFIED';
}

function hasMeantAssignee(processing: Processing, elementInstanceKey: Key): boolean {
  return (findUserTask(processing.state, elementInstanceKey)?.task.value.assignee ?? '') !== '';
}
