/** What happened, folded from the engine's events: what handles and assertions look at. */
import {
  BpmnElementType,
  bpmnElementTypeName,
  DecisionEvaluationIntent,
  IncidentIntent,
  incidentErrorTypeName,
  JobIntent,
  type JobValue,
  type Key,
  type LogRecord,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  type RecordOf,
  RecordType,
  UserTaskIntent,
  type UserTaskValue,
  ValueType,
} from '@waggle/protocol';

export type ElementState = 'active' | 'completed' | 'terminated';

export interface ElementView {
  readonly key: Key;
  readonly elementId: string;
  /** As in records: `SERVICE_TASK`. */
  readonly elementType: string;
  readonly processInstanceKey: Key;
  /** The enclosing element; `NO_KEY` for a process. */
  readonly scopeKey: Key;
  state: ElementState;
}

export interface InstanceView {
  readonly key: Key;
  readonly processId: string;
  readonly version: number;
  readonly processDefinitionKey: Key;
  /** The instance whose call activity started it; `NO_KEY` otherwise. */
  readonly parentKey: Key;
}

export interface JobView {
  readonly key: Key;
  readonly type: string;
  readonly elementId: string;
  readonly processInstanceKey: Key;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface IncidentView {
  readonly key: Key;
  /** `JOB_NO_RETRIES`, `IO_MAPPING_ERROR`, … */
  readonly type: string;
  readonly message: string;
  readonly elementId: string;
  readonly processInstanceKey: Key;
}

export interface UserTaskView {
  readonly key: Key;
  readonly elementId: string;
  readonly processInstanceKey: Key;
  /** Empty = nobody. */
  readonly assignee: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  /** ISO 8601; empty = none. */
  readonly dueDate: string;
  readonly followUpDate: string;
  readonly priority: number;
}

/** A step of an instance's story. */
export interface HistoryEntry {
  readonly timeMs: number;
  readonly processInstanceKey: Key;
  readonly text: string;
}

const { ELEMENT_ACTIVATING, ELEMENT_ACTIVATED, ELEMENT_COMPLETED, ELEMENT_TERMINATED, SEQUENCE_FLOW_TAKEN } =
  ProcessInstanceIntent;

export class History {
  readonly instances = new Map<Key, InstanceView>();
  readonly elements = new Map<Key, ElementView>();
  /** Open ones. */
  readonly jobs = new Map<Key, JobView>();
  /** Open ones. */
  readonly incidents = new Map<Key, IncidentView>();
  /** Open ones. */
  readonly userTasks = new Map<Key, UserTaskView>();
  /** JSON texts by scope and name. */
  readonly variables = new Map<Key, Map<string, string>>();
  /** Elements in the order they completed. */
  readonly passed: ElementView[] = [];
  readonly entries: HistoryEntry[] = [];
  /** Jobs that threw an error. */
  readonly #thrown = new Map<Key, JobView>();
  /** Told of elements that completed and flows that were taken. */
  onPassed: (processDefinitionKey: Key, id: string) => void = () => {};

  apply(record: LogRecord): void {
    if (record.recordType !== RecordType.EVENT) return;
    // The value's shape follows from its value type, which the compiler cannot see.
    const known = record as { [Type in ValueType]: RecordOf<Type> }[ValueType];
    switch (known.valueType) {
      case ValueType.PROCESS_INSTANCE:
        this.#applyElement(known);
        break;
      case ValueType.JOB:
        this.#applyJob(known);
        break;
      case ValueType.INCIDENT:
        this.#applyIncident(known);
        break;
      case ValueType.USER_TASK:
        this.#applyUserTask(known);
        break;
      case ValueType.VARIABLE: {
        const { scopeKey, processInstanceKey, name, value } = known.value;
        const scope = this.variables.get(scopeKey) ?? new Map<string, string>();
        this.variables.set(scopeKey, scope.set(name, value));
        this.#tell(known, processInstanceKey, `${name} = ${shortened(value)}`);
        break;
      }
      case ValueType.DECISION_EVALUATION:
        this.#applyDecision(known);
        break;
      case ValueType.TIMER:
        if (known.value.processInstanceKey === NO_KEY) break;
        this.#tell(known, known.value.processInstanceKey, TIMER_TEXTS[known.intent]?.(known.value.targetElementId));
        break;
    }
  }

  #applyElement({ key, intent, value, timestamp }: RecordOf<typeof ValueType.PROCESS_INSTANCE>): void {
    const { elementId, processInstanceKey } = value;
    if (intent === ELEMENT_ACTIVATING) this.#enter(key, value, timestamp);
    if (intent === SEQUENCE_FLOW_TAKEN) this.onPassed(value.processDefinitionKey, elementId);
    const element = this.elements.get(key);
    if (element === undefined) return;
    if (intent === ELEMENT_ACTIVATED) this.onPassed(value.processDefinitionKey, elementId);
    if (intent === ELEMENT_COMPLETED) {
      element.state = 'completed';
      this.passed.push(element);
    }
    if (intent === ELEMENT_TERMINATED) element.state = 'terminated';
    const isEnd = intent === ELEMENT_COMPLETED || intent === ELEMENT_TERMINATED;
    if (isEnd) this.entries.push({ timeMs: timestamp, processInstanceKey, text: `${elementId} ${element.state}` });
  }

  #enter(key: Key, value: ProcessInstanceValue, timeMs: number): void {
    const { elementId, processInstanceKey, flowScopeKey, bpmnElementType } = value;
    const elementType = bpmnElementTypeName(value.bpmnElementType);
    this.elements.set(key, {
      key,
      elementId,
      elementType,
      processInstanceKey,
      scopeKey: flowScopeKey,
      state: 'active',
    });
    if (bpmnElementType !== BpmnElementType.PROCESS) {
      this.entries.push({ timeMs, processInstanceKey, text: `${elementId} entered` });
      return;
    }
    const { bpmnProcessId: processId, version, processDefinitionKey, parentProcessInstanceKey: parentKey } = value;
    this.instances.set(key, { key, processId, version, processDefinitionKey, parentKey });
    this.entries.push({ timeMs, processInstanceKey, text: `${processId} (version ${version}) started` });
  }

  #applyJob(record: RecordOf<typeof ValueType.JOB>): void {
    const { key, intent, value } = record;
    if (JOB_ENDS.has(intent)) this.jobs.delete(key);
    else this.jobs.set(key, jobView(key, value));
    if (intent === JobIntent.ERROR_THROWN) this.#thrown.set(key, jobView(key, value));
    this.#tell(record, value.processInstanceKey, JOB_TEXTS[intent]?.(value));
  }

  #applyIncident(record: RecordOf<typeof ValueType.INCIDENT>): void {
    const { key, intent, value } = record;
    const { elementId, processInstanceKey, errorMessage: message } = value;
    const type = incidentErrorTypeName(value.errorType);
    if (intent === IncidentIntent.RESOLVED) this.incidents.delete(key);
    else this.incidents.set(key, { key, type, message, elementId, processInstanceKey });
    const verb = intent === IncidentIntent.RESOLVED ? 'resolved' : 'raised';
    if (intent === IncidentIntent.MIGRATED) return;
    const job = this.#thrown.get(value.jobKey);
    if (job !== undefined && intent === IncidentIntent.CREATED) this.jobs.set(job.key, job);
    this.#tell(record, processInstanceKey, `${elementId} incident ${verb}: ${type}: ${message}`);
  }

  #applyUserTask(record: RecordOf<typeof ValueType.USER_TASK>): void {
    const { key, intent, value } = record;
    if (intent === UserTaskIntent.COMPLETED || intent === UserTaskIntent.CANCELED) this.userTasks.delete(key);
    else this.userTasks.set(key, userTaskView(key, value));
    const text = intent === UserTaskIntent.ASSIGNED ? `${value.elementId} assigned to '${value.assignee}'` : undefined;
    this.#tell(record, value.processInstanceKey, text);
  }

  /** A failure is told by its incident. */
  #applyDecision(record: RecordOf<typeof ValueType.DECISION_EVALUATION>): void {
    const { elementId, processInstanceKey, decisionId, decisionOutput } = record.value;
    if (record.intent !== DecisionEvaluationIntent.EVALUATED || processInstanceKey === NO_KEY) return;
    this.#tell(record, processInstanceKey, `${elementId} decision '${decisionId}' = ${shortened(decisionOutput)}`);
  }

  #tell({ timestamp }: LogRecord, processInstanceKey: Key, text: string | undefined): void {
    if (text !== undefined) this.entries.push({ timeMs: timestamp, processInstanceKey, text });
  }
}

const JOB_ENDS: ReadonlySet<number> = new Set([
  JobIntent.COMPLETED,
  JobIntent.CANCELED,
  // Unless nobody catches the error: then an incident names the job.
  JobIntent.ERROR_THROWN,
]);

type JobText = (value: JobValue) => string;
const JOB_TEXTS: Readonly<Record<number, JobText>> = {
  [JobIntent.CREATED]: ({ elementId, type }) => `${elementId} job '${type}' created`,
  [JobIntent.COMPLETED]: ({ elementId, type, variables }) =>
    `${elementId} job '${type}' completed with ${shortened(variables)}`,
  [JobIntent.FAILED]: ({ elementId, type, retries, errorMessage }) =>
    `${elementId} job '${type}' failed, ${retries} retries left: ${errorMessage}`,
  [JobIntent.ERROR_THROWN]: ({ elementId, type, errorCode, errorMessage }) =>
    `${elementId} job '${type}' threw the error '${errorCode}': ${errorMessage}`,
  [JobIntent.TIMED_OUT]: ({ elementId, type }) => `${elementId} job '${type}' timed out`,
};

const TIMER_TEXTS: Readonly<Record<number, (elementId: string) => string>> = {
  0: (elementId) => `${elementId} timer set`,
  2: (elementId) => `${elementId} timer fired`,
};

function jobView(key: Key, value: JobValue): JobView {
  const { type, elementId, processInstanceKey, retries, customHeaders: headers } = value;
  return { key, type, elementId, processInstanceKey, retries, headers };
}

function userTaskView(key: Key, value: UserTaskValue): UserTaskView {
  const { elementId, processInstanceKey, assignee, dueDate, followUpDate, priority } = value;
  const { candidateGroupsList: candidateGroups, candidateUsersList: candidateUsers } = value;
  return {
    key,
    elementId,
    processInstanceKey,
    assignee,
    candidateGroups,
    candidateUsers,
    dueDate,
    followUpDate,
    priority,
  };
}

/** Of a value, what fits a line. */
const VALUE_LENGTH_MAX = 120;

function shortened(text: string): string {
  return text.length <= VALUE_LENGTH_MAX ? text : `${text.slice(0, VALUE_LENGTH_MAX)}…`;
}
