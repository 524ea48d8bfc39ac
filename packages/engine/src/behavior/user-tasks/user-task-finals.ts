/** How the transitions of a user task end: what was pending takes effect, and the client is answered. */
import {
  type LogRecord,
  UserTaskIntent,
  type UserTaskValue,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { type ElementInstance, isActivated } from '../../state/element-instance.ts';
import type { UserTaskTransition, UserTaskTransitionState } from '../../state/user-task.ts';
import { completeElement } from '../element-transitions.ts';
import { storeTrigger } from '../triggers/event-trigger-store.ts';
import { parseVariables } from '../variables/parse-variables.ts';
import { propagateVariables, setLocalVariables } from '../variables/set-variables.ts';
import { answerRequests, operationReferenceOf } from './async-requests.ts';
import { differences } from './user-task-attributes.ts';

type Final = (processing: Processing, instance: ElementInstance, transition: UserTaskTransition) => void;

const finals: Readonly<Record<UserTaskTransitionState, Final>> = {
  CREATING(processing, _instance, { task, pending }) {
    // Whom the model means is assigned by a transition of its own; whom a listener to the creation named is not.
    const created = task.value.assignee === '' ? pending : { ...pending, assignee: '' };
    const changedAttributes = differences({ ...task.value, assignee: '' }, created);
    writeFinal(processing, UserTaskIntent.CREATED, { ...created, changedAttributes });
  },
  ASSIGNING: assigned,
  CLAIMING: assigned,
  UPDATING(processing, instance, transition) {
    const document = processing.state.pendingVariableDocuments.get(instance.key);
    if (document === undefined) {
      answerRequests(processing, instance.key, writeEffect(processing, UserTaskIntent.UPDATED, transition));
      return;
    }
    const operationReference = operationReferenceOf(processing, instance.key);
    const variables = parseVariables(document.value.variables);
    if (variables instanceof Rejection)
      throw new Error(`Expected a document that was checked, but ${variables.reason}`);
    const set = document.value.isLocal ? setLocalVariables : propagateVariables;
    set(processing, instance.key, instance.value, variables);
    writeEffect(processing, UserTaskIntent.UPDATED, transition);
    const { UPDATED } = VariableDocumentIntent;
    const { key, value } = document;
    answerRequests(
      processing,
      instance.key,
      processing.write.event(ValueType.VARIABLE_DOCUMENT, UPDATED, key, value, operationReference),
    );
  },
  COMPLETING(processing, instance, transition) {
    const completed = writeEffect(processing, UserTaskIntent.COMPLETED, transition);
    answerRequests(processing, instance.key, completed);
    if (!isActivated(instance)) return;
    storeTrigger(processing, instance, instance.value.elementId, transition.pending.variables);
    completeElement(processing, instance);
  },
  CANCELING(processing, _instance, transition) {
    writeEffect(processing, UserTaskIntent.CANCELED, transition);
  },
};

export function finishTransition(
  processing: Processing,
  instance: ElementInstance,
  transition: UserTaskTransition,
): void {
  finals[transition.state](processing, instance, transition);
}

function assigned(processing: Processing, instance: ElementInstance, transition: UserTaskTransition): void {
  answerRequests(processing, instance.key, writeEffect(processing, UserTaskIntent.ASSIGNED, transition));
}

/** The final event with all that the transition and its listeners changed. */
function writeEffect(processing: Processing, intent: number, { task, pending }: UserTaskTransition): LogRecord {
  return writeFinal(processing, intent, { ...pending, changedAttributes: differences(task.value, pending) });
}

function writeFinal(processing: Processing, intent: number, value: UserTaskValue): LogRecord {
  const operationReference = operationReferenceOf(processing, value.elementInstanceKey);
  return processing.write.event(ValueType.USER_TASK, intent, value.userTaskKey, value, operationReference);
}
