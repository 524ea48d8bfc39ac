/** What a model says about a user task, evaluated in the task's scope before anything is written. */
import type { ExecutableElement, ExpressionSource, FormDefinition, UserTaskDefinition } from '@waggle/bpmn';
import { dateTimeToEpochMs, type EvaluationContext, isDateTime, isZonedDateTime, toIsoString } from '@waggle/feel';
import { IncidentErrorType, type Key, NO_KEY } from '@waggle/protocol';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { findForm } from '../../resources/form-lookup.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import {
  evaluateExpression,
  evaluateNumber,
  evaluateString,
  scopeContext,
  wrongType,
} from '../expressions/evaluate-expression.ts';
import { evaluateListOfStrings } from '../expressions/evaluate-list-of-strings.ts';
import { isDateTimeText } from './date-time-text.ts';
import { DEFAULT_PRIORITY, priorityProblem } from './user-task-attributes.ts';

export interface UserTaskProperties {
  /** Empty = nobody. */
  readonly assignee: string;
  readonly candidateGroupsList: readonly string[];
  readonly candidateUsersList: readonly string[];
  /** ISO 8601 date-time; empty = none. */
  readonly dueDate: string;
  readonly followUpDate: string;
  /** NO_KEY without. */
  readonly formKey: Key;
  readonly externalFormReference: string;
  readonly priority: number;
}

export function evaluateUserTask(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): UserTaskProperties | Failure {
  const definition = definitionOf(element);
  const context = scopeContext(processing, instance.key);
  const assignee = optional(definition.assignee, '', (source) => evaluateString(processing, source, context));
  if (assignee instanceof Failure) return assignee;
  const candidateGroupsList = candidates(processing, definition.candidateGroups, context);
  if (candidateGroupsList instanceof Failure) return candidateGroupsList;
  const candidateUsersList = candidates(processing, definition.candidateUsers, context);
  if (candidateUsersList instanceof Failure) return candidateUsersList;
  const dueDate = optional(definition.dueDate, '', (source) => evaluateDate(processing, source, context));
  if (dueDate instanceof Failure) return dueDate;
  const followUpDate = optional(definition.followUpDate, '', (source) => evaluateDate(processing, source, context));
  if (followUpDate instanceof Failure) return followUpDate;
  const formKey = evaluateForm(processing, definition.form, instance, context);
  if (formKey instanceof Failure) return formKey;
  const externalFormReference = optional(definition.form?.externalReference, '', (source) =>
    evaluateString(processing, source, context),
  );
  if (externalFormReference instanceof Failure) return externalFormReference;
  const priority = optional(definition.priority, DEFAULT_PRIORITY, (source) =>
    evaluatePriority(processing, source, context),
  );
  if (priority instanceof Failure) return priority;
  return {
    assignee,
    candidateGroupsList,
    candidateUsersList,
    dueDate,
    followUpDate,
    formKey,
    externalFormReference,
    priority,
  };
}

/**
 * Whom a user task is for and how urgent it is, for a task that runs already.
 * @returns what the model names; nothing for an expression that fails, since there is no step left that could be tried again.
 */
export function evaluateUrgency(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): Partial<Pick<UserTaskProperties, 'assignee' | 'priority'>> {
  const definition = definitionOf(element);
  const context = scopeContext(processing, instance.key);
  const assignee = optional(definition.assignee, '', (source) => evaluateString(processing, source, context));
  const priority = optional(definition.priority, DEFAULT_PRIORITY, (source) =>
    evaluatePriority(processing, source, context),
  );
  return {
    ...(!(assignee instanceof Failure) && assignee !== '' && { assignee }),
    ...(!(priority instanceof Failure) && { priority }),
  };
}

export function definitionOf(element: ExecutableElement): UserTaskDefinition {
  if (element.userTask !== undefined) return element.userTask;
  throw new Error(`Expected what the model says about the user task '${element.id}', but it has nothing`);
}

function optional<Value>(
  source: ExpressionSource | undefined,
  absent: Value,
  evaluate: (source: ExpressionSource) => Value | Failure,
): Value | Failure {
  return source === undefined ? absent : evaluate(source);
}

const NOBODY: readonly string[] = [];

function candidates(
  processing: Processing,
  source: ExpressionSource | undefined,
  context: EvaluationContext,
): readonly string[] | Failure {
  return optional(source, NOBODY, (list) => evaluateListOfStrings(processing, list, context));
}

/** A text with a date-time, or a FEEL date and time; null and empty text mean none. */
function evaluateDate(processing: Processing, source: ExpressionSource, context: EvaluationContext): string | Failure {
  const evaluated = evaluateExpression(processing, source, context);
  if (evaluated instanceof Failure) return evaluated;
  const { value } = evaluated;
  if (value === null || value === '') return '';
  if (isZonedDateTime(value)) return toIsoString(value);
  if (isDateTime(value)) return new Date(dateTimeToEpochMs(value, processing.timeZone)).toISOString();
  if (typeof value !== 'string') return wrongType(source, evaluated, ['NULL', 'DATE_TIME', 'STRING']);
  if (isDateTimeText(value)) return value;
  return extractValueFailure(`Invalid date-time format '${value}' for expression '${source.text}'.`);
}

function evaluatePriority(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): number | Failure {
  const priority = evaluateNumber(processing, source, context);
  if (priority instanceof Failure) return priority;
  if (!Number.isInteger(priority)) {
    return extractValueFailure(
      `Expected result of the expression '${source.text}' to be an integer, but was a decimal.`,
    );
  }
  const problem = priorityProblem(priority);
  return problem === undefined ? priority : extractValueFailure(problem);
}

function evaluateForm(
  processing: Processing,
  form: FormDefinition | undefined,
  instance: ElementInstance,
  context: EvaluationContext,
): Key | Failure {
  if (form?.formId === undefined) return NO_KEY;
  const formId = evaluateString(processing, form.formId, context);
  if (formId instanceof Failure) return formId;
  const { value } = instance;
  const found = findForm(processing, { formId, bindingType: form.bindingType, versionTag: form.versionTag }, value);
  if (found !== undefined) return found.formKey;
  const deploymentKey = processing.state.processes.get(value.processDefinitionKey)?.deploymentKey;
  const messages = {
    latest: `Expected to find a form with id '${formId}', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id`,
    deployment: `Expected to use a form with id '${formId}' with binding type 'deployment', but no such form found in the deployment with key ${deploymentKey} which contained the current process. To resolve this incident, migrate the process instance to a process definition that is deployed together with the intended form to use.`,
    versionTag: `Expected to use a form with id '${formId}' and version tag '${form.versionTag}', but no such form found. To resolve the incident, deploy a form with the given id and version tag.`,
  };
  return new Failure(IncidentErrorType.FORM_NOT_FOUND, messages[form.bindingType]);
}
