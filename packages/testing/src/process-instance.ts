import {
  DEFAULT_TENANT_ID,
  IncidentIntent,
  incidentCommandValue,
  type Key,
  ProcessInstanceIntent,
  processInstanceCommandValue,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import type {
  ElementState,
  ElementView,
  History,
  IncidentView,
  InstanceView,
  JobView,
  UserTaskView,
} from './history.ts';
import { historyText } from './history-text.ts';
import type { Partition } from './partition.ts';

/** What a handle works with. */
export interface EngineParts {
  readonly history: History;
  readonly partition: Partition;
  readonly settle: () => void;
}

/** A handle on an instance; it always tells how things are now. */
export class ProcessInstance {
  readonly key: Key;
  readonly #parts: EngineParts;

  constructor(key: Key, parts: EngineParts) {
    this.key = key;
    this.#parts = parts;
  }

  get processId(): string {
    return this.#view.processId;
  }

  get version(): number {
    return this.#view.version;
  }

  get state(): ElementState {
    return this.#element(this.key).state;
  }

  /** The instance's own variables, as they were last also when it has ended. */
  get variables(): Readonly<Record<string, unknown>> {
    return this.#variablesOf(this.key);
  }

  /** Variables of the youngest instance of an element itself, not of what encloses it. */
  localVariables(elementId: string): Readonly<Record<string, unknown>> {
    const element = this.#elements().findLast((each) => each.elementId === elementId);
    return element === undefined ? {} : this.#variablesOf(element.key);
  }

  /** Ids of elements that wait: active ones that hold no other active one. An id comes twice for two instances. */
  get waitingAt(): readonly string[] {
    const active = this.#elements().filter(({ state }) => state === 'active');
    const scopes = new Set(active.map(({ scopeKey }) => scopeKey));
    return active.filter(({ key }) => key !== this.key && !scopes.has(key)).map(({ elementId }) => elementId);
  }

  /** Ids of elements in the order they completed. */
  get passed(): readonly string[] {
    return this.#parts.history.passed
      .filter(({ processInstanceKey }) => processInstanceKey === this.key)
      .map(({ elementId }) => elementId);
  }

  get incidents(): readonly IncidentView[] {
    return this.#own(this.#parts.history.incidents);
  }

  get jobs(): readonly JobView[] {
    return this.#own(this.#parts.history.jobs);
  }

  get userTasks(): readonly UserTaskView[] {
    return this.#own(this.#parts.history.userTasks);
  }

  /** Instances that its call activities started. */
  get children(): readonly ProcessInstance[] {
    return [...this.#parts.history.instances.values()]
      .filter(({ parentKey }) => parentKey === this.key)
      .map(({ key }) => new ProcessInstance(key, this.#parts));
  }

  /**
   * Sets variables where they are, otherwise in the instance.
   * @param element sets them in that element itself: of several that live in the youngest, or in the one in the place `at`.
   */
  setVariables(variables: object, element?: string | { readonly elementId: string; readonly at: number }): void {
    const { elementId, at } = typeof element === 'object' ? element : { elementId: element, at: -1 };
    const living = this.#elements().filter((each) => each.elementId === elementId && each.state === 'active');
    const scope = living.at(at);
    if (elementId !== undefined && scope === undefined) {
      throw new Error(`Expected an active instance of '${elementId}', but there is none\n\n${this.history()}`);
    }
    this.#parts.partition.ask(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, {
      scopeKey: scope?.key ?? this.key,
      isLocal: scope !== undefined,
      variables: JSON.stringify(variables),
      tenantId: DEFAULT_TENANT_ID,
    });
    this.#parts.settle();
  }

  /** @throws {CommandRejected} when it has ended or is a called one. */
  cancel(): void {
    this.#parts.partition.ask(
      ValueType.PROCESS_INSTANCE,
      ProcessInstanceIntent.CANCEL,
      processInstanceCommandValue(),
      this.key,
    );
    this.#parts.settle();
  }

  /** Resolves the incident of an element, or the only one. @throws {CommandRejected} when its cause must go first. */
  resolveIncident(elementId?: string): void {
    const incident = this.incidents.find((each) => elementId === undefined || each.elementId === elementId);
    if (incident === undefined) throw new Error(`Expected an incident, but there is none\n\n${this.history()}`);
    this.#parts.partition.send(ValueType.INCIDENT, IncidentIntent.RESOLVE, incidentCommandValue(), incident.key);
    this.#parts.settle();
  }

  /** What happened to it and to those it called, a line each. */
  history(): string {
    return historyText(this.#parts.history, this.key);
  }

  get #view(): InstanceView {
    const view = this.#parts.history.instances.get(this.key);
    if (view === undefined) throw new Error(`Expected an instance with key '${this.key}', but there is none`);
    return view;
  }

  #element(key: Key): ElementView {
    const element = this.#parts.history.elements.get(key);
    if (element === undefined) throw new Error(`Expected an element instance with key '${key}', but there is none`);
    return element;
  }

  #elements(): ElementView[] {
    return [...this.#parts.history.elements.values()].filter(
      ({ processInstanceKey }) => processInstanceKey === this.key,
    );
  }

  #own<View extends { readonly processInstanceKey: Key }>(views: ReadonlyMap<Key, View>): readonly View[] {
    return [...views.values()].filter(({ processInstanceKey }) => processInstanceKey === this.key);
  }

  #variablesOf(scopeKey: Key): Record<string, unknown> {
    const variables = this.#parts.history.variables.get(scopeKey) ?? [];
    return Object.fromEntries([...variables].map(([name, text]) => [name, JSON.parse(text)]));
  }
}
