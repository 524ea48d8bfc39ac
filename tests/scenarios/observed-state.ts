/** What a scenario asks about, folded from the events seen so far. Keys are decimal text. */
import { isEvent, type ObservedRecord, textOf } from './observed-record.ts';

export interface ObservedElement {
  readonly key: string;
  readonly elementId: string;
  readonly elementType: string;
  readonly scopeKey: string;
  readonly processInstanceKey: string;
  state: string;
}

export interface ObservedJob {
  readonly key: string;
  /** The newest value. */
  value: Readonly<Record<string, unknown>>;
  /** Neither completed nor canceled. */
  isOpen: boolean;
}

export interface ObservedIncident {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
  isOpen: boolean;
}

export interface ObservedTask {
  readonly key: string;
  state: string;
  value: Readonly<Record<string, unknown>>;
}

/** What takes a job away; a thrown error unless nobody catches it. */
const JOB_ENDS: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELED', 'ERROR_THROWN']);

export class ObservedState {
  readonly elements = new Map<string, ObservedElement>();
  readonly jobs = new Map<string, ObservedJob>();
  readonly incidents = new Map<string, ObservedIncident>();
  readonly tasks = new Map<string, ObservedTask>();
  /** Names and JSON texts by scope. */
  readonly variables = new Map<string, Map<string, string>>();
  /** Keys of definitions by process id and version. */
  readonly definitions = new Map<string, Map<number, string>>();

  readonly #appliers: Readonly<Record<string, (record: ObservedRecord) => void>> = {
    PROCESS_INSTANCE: (record) => this.#applyElement(record),
    JOB: (record) => this.#applyJob(record),
    INCIDENT: (record) => this.#applyIncident(record),
    USER_TASK: (record) => this.#applyTask(record),
    VARIABLE: (record) => this.#applyVariable(record),
    PROCESS: (record) => this.#applyProcess(record),
  };

  apply(record: ObservedRecord): void {
    if (isEvent(record)) this.#appliers[record.valueType]?.(record);
  }

  isLiving({ state }: ObservedElement): boolean {
    return state !== 'ELEMENT_COMPLETED' && state !== 'ELEMENT_TERMINATED';
  }

  /** Instances of an element, oldest first. */
  instancesOf(elementId: string, processInstanceKey?: string): readonly ObservedElement[] {
    return [...this.elements.values()].filter(
      (element) =>
        element.elementId === elementId &&
        (processInstanceKey === undefined || element.processInstanceKey === processInstanceKey),
    );
  }

  openJobs(type: string): readonly ObservedJob[] {
    return [...this.jobs.values()].filter(({ isOpen, value }) => isOpen && value.type === type);
  }

  /** Living instances that nobody called. */
  livingRoots(): readonly string[] {
    return [...this.elements.values()]
      .filter((element) => element.elementType === 'PROCESS' && element.scopeKey === ROOT && this.isLiving(element))
      .map(({ key }) => key);
  }

  #applyElement(record: ObservedRecord): void {
    const { key, intent, value } = record;
    if (!/^ELEMENT_/.test(intent)) return;
    const known = this.elements.get(key);
    const state = intent === 'ELEMENT_MIGRATED' ? (known?.state ?? '') : intent;
    this.elements.set(key, {
      key,
      elementId: textOf(record, 'elementId'),
      elementType: textOf(record, 'bpmnElementType'),
      scopeKey: String(value.bpmnElementType === 'PROCESS' ? value.parentElementInstanceKey : value.flowScopeKey),
      processInstanceKey: String(value.processInstanceKey),
      state,
    });
  }

  #applyJob({ key, intent, value }: ObservedRecord): void {
    this.jobs.set(key, { key, value, isOpen: !JOB_ENDS.has(intent) });
  }

  #applyIncident({ key, intent, value }: ObservedRecord): void {
    this.incidents.set(key, { key, value, isOpen: intent !== 'RESOLVED' });
    // An error that nobody caught leaves its job behind.
    const job = this.jobs.get(String(value.jobKey));
    if (job !== undefined && intent === 'CREATED') job.isOpen = true;
  }

  #applyTask({ key, intent, value }: ObservedRecord): void {
    // A denied transition leads back to where the task was.
    const state = /_DENIED$/.test(intent) ? 'CREATED' : intent === 'CORRECTED' ? this.tasks.get(key)?.state : intent;
    this.tasks.set(key, { key, state: state ?? intent, value });
  }

  #applyVariable(record: ObservedRecord): void {
    const scopeKey = String(record.value.scopeKey);
    const scope = this.variables.get(scopeKey) ?? new Map<string, string>();
    scope.set(textOf(record, 'name'), textOf(record, 'value'));
    this.variables.set(scopeKey, scope);
  }

  #applyProcess(record: ObservedRecord): void {
    if (record.intent !== 'CREATED') return;
    const id = textOf(record, 'bpmnProcessId');
    const versions = this.definitions.get(id) ?? new Map<number, string>();
    versions.set(Number(record.value.version), record.key);
    this.definitions.set(id, versions);
  }
}

/** Where an instance says that nobody called it. */
const ROOT = '-1';
