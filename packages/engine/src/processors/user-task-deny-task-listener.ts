import {
  type Key,
  RejectionType,
  UserTaskIntent,
  type UserTaskValue,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { operationReferenceOf, refuseRequests } from '../behavior/user-tasks/async-requests.ts';
import { Rejection } from '../rejection.ts';
import type { UserTaskTransitionState } from '../state/user-task.ts';
import type { Processor } from './processor.ts';
import { waitingTransition } from './user-task-listener-precondition.ts';

/** Transitions that a listener may refuse. */
const denials: Readonly<Partial<Record<UserTaskTransitionState, { readonly intent: number; readonly what: string }>>> =
  {
    ASSIGNING: { intent: UserTaskIntent.ASSIGNMENT_DENIED, what: 'Assignment' },
    CLAIMING: { intent: UserTaskIntent.ASSIGNMENT_DENIED, what: 'Assignment' },
    UPDATING: { intent: UserTaskIntent.UPDATE_DENIED, what: 'Update' },
    COMPLETING: { intent: UserTaskIntent.COMPLETION_DENIED, what: 'Completion' },
  };

/** A listener refuses a transition: the task stays as it was, and who asked for the transition is told why not. */
export const userTaskDenyTaskListener: Processor<UserTaskValue> = (processing, command) => {
  const { key } = command;
  const { deniedReason } = command.value;
  const found = waitingTransition(processing, key);
  if (found instanceof Rejection) return processing.write.reject(found.type, found.reason);
  const { instance, transition } = found;
  const denial = denials[transition.state];
  if (denial === undefined) {
    const reason = `Expected to deny a transition of user task with key '${key}', but it is in state '${transition.state}'`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const operationReference = operationReferenceOf(processing, instance.key);
  const value = { ...transition.task.value, action: '', changedAttributes: [], deniedReason };
  processing.write.event(ValueType.USER_TASK, denial.intent, key, value, operationReference);
  const document = processing.state.pendingVariableDocuments.get(instance.key);
  if (document !== undefined) {
    const { UPDATE_DENIED } = VariableDocumentIntent;
    processing.write.event(
      ValueType.VARIABLE_DOCUMENT,
      UPDATE_DENIED,
      document.key,
      document.value,
      operationReference,
    );
  }
  const what =
    document === undefined ? denialOf(denial.what, key) : `Variable update for user task instance with key '${key}'`;
  refuseRequests(
    processing,
    instance.key,
    new Rejection(
      RejectionType.INVALID_STATE,
      `${what} was denied by Task Listener. Reason to deny: '${deniedReason}'`,
    ),
    document ?? { key, value },
  );
};

function denialOf(what: string, key: Key): string {
  return `${what} of the User Task with key '${key}'`;
}
