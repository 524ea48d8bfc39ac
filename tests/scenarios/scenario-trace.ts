/**
 * What a scenario wrote, one short line a record, to be read and compared.
 *
 * Keys are replaced by small numbers in the order they appear, times by their distance from the first record, so the
 * same behaviour gives the same text.
 */
import { type ObservedRecord, recordLine, textOf } from './observed-record.ts';
import type { Action } from './scenario.ts';

const KEY = /^\d{16,19}$/;
const LETTERS: Readonly<Record<string, string>> = { COMMAND: 'C', EVENT: 'E', COMMAND_REJECTION: 'R' };
/** Texts longer than this are cut: a model's content, a large variable. */
const TEXT_LENGTH_MAX = 160;
/** Records of one step that are told; a loop over thousands repeats itself. */
const RECORDS_PER_STEP_MAX = 200;

export class ScenarioTrace {
  readonly #lines: string[] = [];
  readonly #numbers = new Map<string, number>();
  #stepRecords = 0;
  #startMs: number | undefined;

  step(action: Action): void {
    this.#endStep();
    this.#lines.push(`\n> ${actionText(action)}`);
  }

  record(record: ObservedRecord): void {
    this.#startMs ??= record.timestamp;
    this.#stepRecords += 1;
    if (this.#stepRecords > RECORDS_PER_STEP_MAX) return;
    const partition = record.partitionId === 1 ? '' : `${record.partitionId} `;
    const key = this.#number(record.key);
    const parts = [`${partition}${LETTERS[record.recordType]} ${recordLine(record)}`, key, this.#detail(record)];
    this.#lines.push(parts.filter((part) => part !== '').join('  '));
  }

  text(): string {
    this.#endStep();
    return `${this.#lines.join('\n').trimStart()}\n`;
  }

  #endStep(): void {
    const omitted = this.#stepRecords - RECORDS_PER_STEP_MAX;
    if (omitted > 0) this.#lines.push(`… ${omitted} more records`);
    this.#stepRecords = 0;
  }

  #detail(record: ObservedRecord): string {
    if (record.recordType === 'COMMAND_REJECTION') {
      return `${record.rejectionType}: ${this.#withNumbers(record.rejectionReason)}`;
    }
    if (record.recordType === 'COMMAND') return '';
    const fields = DETAILS[record.valueType] ?? [];
    return fields
      .map((field) => this.#field(record, field))
      .filter((text) => text !== '')
      .join(' ');
  }

  #field(record: ObservedRecord, field: string): string {
    const value = record.value[field];
    if (field === 'scopeKey' || field === 'flowScopeKey')
      return value === '-1' || value === -1 ? '' : `in ${this.#number(String(value))}`;
    if (field === 'dueDate' || field === 'deadline') {
      return typeof value === 'number' && value > 0 ? `${field} +${value - (this.#startMs ?? 0)} ms` : '';
    }
    if (field === 'bpmnElementType') return record.intent.startsWith('ELEMENT') ? textOf(record, field) : '';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (text === undefined || text === '' || text === '-1' || text === '{}' || text === '[]') return '';
    return `${field === 'bpmnElementType' ? '' : `${field}=`}${this.#withNumbers(shortened(text))}`;
  }

  #number(key: string): string {
    if (!KEY.test(key)) return '';
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return `#${number}`;
  }

  /** Keys in a text, too. */
  #withNumbers(text: string): string {
    return text.replaceAll(/\d{16,19}/g, (key) => (this.#numbers.has(key) ? this.#number(key) : key));
  }
}

/** What tells more than key and subject, by value type. */
const DETAILS: Readonly<Record<string, readonly string[]>> = {
  PROCESS_INSTANCE: ['bpmnElementType', 'flowScopeKey'],
  JOB: ['elementId', 'retries', 'errorMessage', 'errorCode', 'variables'],
  VARIABLE: ['value', 'scopeKey'],
  INCIDENT: ['errorType', 'errorMessage'],
  TIMER: ['dueDate', 'repetitions'],
  MESSAGE: ['correlationKey', 'variables'],
  MESSAGE_SUBSCRIPTION: ['correlationKey'],
  PROCESS_MESSAGE_SUBSCRIPTION: ['elementId', 'correlationKey'],
  PROCESS_EVENT: ['scopeKey', 'variables'],
  PROCESS: ['version'],
  DECISION: ['version'],
  DECISION_REQUIREMENTS: ['decisionRequirementsVersion'],
  DECISION_EVALUATION: ['decisionVersion', 'decisionOutput', 'failedDecisionId', 'evaluationFailureMessage'],
  PROCESS_INSTANCE_CREATION: ['version', 'variables'],
  USER_TASK: ['assignee', 'action', 'changedAttributes', 'deniedReason'],
  ESCALATION: ['escalationCode', 'catchElementId'],
  COMPENSATION_SUBSCRIPTION: ['compensationHandlerId', 'throwEventId'],
  CONDITIONAL_SUBSCRIPTION: ['scopeKey'],
  SIGNAL: ['variables'],
  MULTI_INSTANCE: ['inputCollection'],
  ERROR: ['exceptionMessage'],
};

function shortened(text: string): string {
  return text.length <= TEXT_LENGTH_MAX ? text : `${text.slice(0, TEXT_LENGTH_MAX)}… (${text.length} characters)`;
}

/** The step as it stands in the scenario, without the models. */
function actionText(action: Action): string {
  const text = JSON.stringify(action, (name, value: unknown) => {
    if (name === 'deploy' && Array.isArray(value)) return value.map(resourceText);
    return typeof value === 'string' ? shortened(value) : value;
  });
  return shortened(text);
}

function resourceText(resource: unknown): string {
  if (typeof resource !== 'string') return (resource as { readonly name: string }).name;
  return /<bpmn:process id="([^"]*)"/.exec(resource)?.[1] ?? 'resource';
}
