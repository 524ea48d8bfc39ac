import type { Report, XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { expressionSource, optionalExpression } from '../model/expression-source.ts';
import type { ExpressionSource, JobDefinition, UserTaskDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { isDateTime } from '../timers/iso-date-time.ts';
import { extensionsNamed } from './extensions-named.ts';
import { readForm } from './form-definition.ts';
import { readJobPriority } from './job-priority.ts';
import { readHeaders } from './task-headers.ts';
import { readTaskListeners } from './task-listeners.ts';

/** The job of a user task that is left to a worker: a type clients know and one try, as in Camunda. */
const userTaskJob = { type: 'io.camunda.zeebe:userTask', retries: '1' };

export function readUserTask(node: FlowNode): UserTaskDefinition {
  const { xml } = node;
  return {
    implementation: isNativeUserTask(xml) ? 'native' : 'job',
    assignee: attributeOf(xml, 'zeebe:assignmentDefinition', 'assignee'),
    candidateGroups: attributeOf(xml, 'zeebe:assignmentDefinition', 'candidateGroups'),
    candidateUsers: attributeOf(xml, 'zeebe:assignmentDefinition', 'candidateUsers'),
    dueDate: attributeOf(xml, 'zeebe:taskSchedule', 'dueDate'),
    followUpDate: attributeOf(xml, 'zeebe:taskSchedule', 'followUpDate'),
    priority: optionalExpression(
      extensionsNamed(xml, 'zeebe:priorityDefinition')[0]?.attributes.get('priority')?.trim(),
    ),
    form: readForm(xml),
    headers: readHeaders(xml),
    listeners: readTaskListeners(xml),
  };
}

export function readUserTaskJob({ xml }: FlowNode): JobDefinition | undefined {
  if (isNativeUserTask(xml)) return undefined;
  return {
    type: expressionSource(userTaskJob.type),
    retries: expressionSource(userTaskJob.retries),
    headers: readHeaders(xml),
    priority: readJobPriority(xml),
    linkedResources: [],
  };
}

export function isNativeUserTask(element: XmlElement): boolean {
  return extensionsNamed(element, 'zeebe:userTask').length > 0;
}

function attributeOf(element: XmlElement, extension: string, attribute: string): ExpressionSource | undefined {
  return optionalExpression(extensionsNamed(element, extension)[0]?.attributes.get(attribute));
}

export const priorityDefinitionRules: readonly Rule<XmlElement>[] = [
  { id: 'user-task-priority-range', check: checkPriority },
];

export const assignmentDefinitionRules: readonly Rule<XmlElement>[] = [
  { id: 'user-task-candidates-list', check: checkCandidates },
];

export const taskScheduleRules: readonly Rule<XmlElement>[] = [{ id: 'user-task-date-valid', check: checkDates }];

const [priorityMin, priorityMax] = [0, 100];

/** A forgotten name is a mistake rather than a candidate without one. */
function checkCandidates(assignment: XmlElement, report: Report): void {
  for (const attribute of ['candidateGroups', 'candidateUsers']) {
    const { isExpression, text } = expressionSource(assignment.attributes.get(attribute) ?? '');
    if (!isExpression && text !== '' && text.split(',').some((item) => item.trim() === '')) {
      report(
        assignment,
        `Expected static value to be a list of comma-separated values, e.g. 'a,b,c', but found '${text}'. It is ${attribute}.`,
      );
    }
  }
}

function checkPriority(definition: XmlElement, report: Report): void {
  const { isExpression, text } = expressionSource(definition.attributes.get('priority')?.trim() ?? '');
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!isExpression && text !== '' && !(value >= priorityMin && value <= priorityMax)) {
    const range = `between ${priorityMin} and ${priorityMax}`;
    const problem = /^-?\d+$/.test(text)
      ? `Priority must be a number ${range}, but was '${text}'.`
      : `Expected static value to be a valid Number ${range}, but found '${text}'.`;
    report(definition, `${problem} It may be an expression too.`);
  }
}

function checkDates(schedule: XmlElement, report: Report): void {
  for (const attribute of ['dueDate', 'followUpDate']) {
    const { isExpression, text } = expressionSource(schedule.attributes.get(attribute) ?? '');
    if (!isExpression && text.trim() !== '' && !isDateTime(text)) {
      report(
        schedule,
        `Expected static value to be a valid DateTime String, e.g. '2023-03-02T15:35+02:00', but found '${text}'. It is ${attribute}.`,
      );
    }
  }
}
