/**
 * The instance at one moment: a view over the tables of the engine's state, and over what the records tell of those that
 * have ended. Each part is read when it is asked for, so that a moment of ten thousand element instances costs what is shown.
 */
import { type ElementInstance, type EngineView, variableText } from '@waggle/engine/fold';
import {
  bpmnElementTypeName,
  incidentErrorTypeName,
  jobKindName,
  jobListenerEventTypeName,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  parseKey,
} from '@waggle/protocol';
import { type ElementHistory, type ElementLife, valueAt } from './element-history.ts';
import type {
  DefinitionAtMoment,
  ElementCounts,
  ElementNode,
  IncidentAtMoment,
  JobAtMoment,
  SubscriptionAtMoment,
  TimerAtMoment,
  UserTaskAtMoment,
  VariableAtMoment,
} from './moment-parts.ts';
import type { VariableHistory } from './variable-history.ts';

interface MomentSource {
  readonly index: number;
  readonly position: number;
  readonly timestamp: number;
  readonly processInstanceKey: Key;
  /** The state at this moment, wherever somebody else has been meanwhile. */
  readonly state: () => EngineView;
  readonly elements: ElementHistory;
  readonly variables: VariableHistory;
}

export class MomentState {
  readonly index: number;
  readonly position: number;
  /** Epoch ms. */
  readonly timestamp: number;
  readonly #source: MomentSource;

  constructor(source: MomentSource) {
    this.index = source.index;
    this.position = source.position;
    this.timestamp = source.timestamp;
    this.#source = source;
  }

  /** `undefined` before it is activated, and when no record is about it. */
  get root(): ElementNode | undefined {
    const { root } = this.#source.elements;
    return root === undefined || root.start > this.index ? undefined : this.#node(root);
  }

  /**
   * Of which definition it is at this moment: migrations change it. Before it is activated the one that it starts with;
   * `undefined` when no record is about it.
   */
  get definition(): DefinitionAtMoment | undefined {
    const { root } = this.#source.elements;
    if (root === undefined) return undefined;
    const { processDefinitionKey, bpmnProcessId, version } = valueAt(root, this.index);
    return { processDefinitionKey: String(processDefinitionKey), processDefinitionId: bpmnProcessId, version };
  }

  get isSuspended(): boolean {
    return this.#state.suspensions.get(this.#source.processInstanceKey) === 'SUSPENDED';
  }

  /** By id, those that something has happened to. A loop counts as one beside its inner instances, as in searches. */
  get elementCounts(): ReadonlyMap<string, ElementCounts> {
    const { elements, index } = this.#source;
    const completed = elements.completedUpTo(index);
    const terminated = elements.terminatedUpTo(index);
    const active = new Map<string, number>();
    const withIncident = new Map<string, number>();
    const state = this.#state;
    for (const { key, value } of this.#living()) {
      active.set(value.elementId, (active.get(value.elementId) ?? 0) + 1);
      if (state.elementIncidents.isEmpty(key)) continue;
      withIncident.set(value.elementId, (withIncident.get(value.elementId) ?? 0) + 1);
    }
    const ids = new Set([...active.keys(), ...completed.keys(), ...terminated.keys()]);
    return new Map(
      [...ids].map((id) => [
        id,
        {
          active: active.get(id) ?? 0,
          withIncident: withIncident.get(id) ?? 0,
          completed: completed.get(id) ?? 0,
          terminated: terminated.get(id) ?? 0,
        },
      ]),
    );
  }

  /** How often each sequence flow was taken so far, by id. */
  get takenFlows(): ReadonlyMap<string, number> {
    return this.#source.elements.flowsUpTo(this.index);
  }

  /** Tokens that wait at joining gateways, by the sequence flow they came on. */
  get waitingTokens(): ReadonlyMap<string, number> {
    const tokens = new Map<string, number>();
    for (const [, flowId, count] of this.#state.takenFlows.entries()) {
      tokens.set(flowId, (tokens.get(flowId) ?? 0) + count);
    }
    return tokens;
  }

  /** `undefined` when it has not started yet, or is none of this instance. */
  element(key: string): ElementNode | undefined {
    const life = this.#life(key);
    return life === undefined ? undefined : this.#node(life);
  }

  /** Element instances right below a scope that have started, in the order of their start. */
  children(scopeKey: string, page: { readonly from?: number; readonly limit?: number } = {}): readonly ElementNode[] {
    const { from = 0, limit = Number.POSITIVE_INFINITY } = page;
    const children = this.#life(scopeKey)?.children ?? [];
    const count = Math.min(this.#startedCount(children), from + limit);
    return children.slice(from, count).map((life) => this.#node(life));
  }

  /** The variables of one scope, by name. Of one that has ended: as they were last. */
  variables(scopeKey: string): readonly VariableAtMoment[] {
    const life = this.#life(scopeKey);
    if (life === undefined) return [];
    const { variables, index } = this.#source;
    const told = variables.at(life.key, index);
    const found: VariableAtMoment[] = [];
    if (this.#hasEnded(life)) {
      for (const [name, change] of told) {
        found.push({ key: String(change.key), scopeKey, name, value: change.value, changeIndex: change.index });
      }
      return found.sort((left, right) => (left.name < right.name ? -1 : 1));
    }
    const state = this.#state;
    state.variables.forEach(life.key, (name, variable) => {
      const value = variableText({ state }, life.key, variable);
      found.push({ key: String(variable.key), scopeKey, name, value, changeIndex: told.get(name)?.index ?? -1 });
    });
    return found;
  }

  /** Open ones, oldest first. */
  get incidents(): readonly IncidentAtMoment[] {
    return [...this.#state.incidents.entries()].map(([key, value]) => ({
      key: String(key),
      errorType: incidentErrorTypeName(value.errorType),
      message: value.errorMessage,
      elementId: value.elementId,
      elementInstanceKey: String(value.elementInstanceKey),
      jobKey: keyText(value.jobKey),
    }));
  }

  /** Those that are not done yet, oldest first. */
  get jobs(): readonly JobAtMoment[] {
    return [...this.#state.jobs.entries()].map(([key, { state, value }]) => ({
      key: String(key),
      type: value.type,
      state,
      kind: jobKindName(value.kind),
      listenerEventType: jobListenerEventTypeName(value.listenerEventType),
      elementId: value.elementId,
      elementInstanceKey: String(value.elementInstanceKey),
      retries: value.retries,
      worker: value.worker,
      deadline: state === 'ACTIVATED' && value.deadline >= 0 ? value.deadline : undefined,
      backOffUntil: state === 'FAILED' && value.recurringTime >= 0 ? value.recurringTime : undefined,
      errorCode: value.errorCode,
      errorMessage: value.errorMessage,
    }));
  }

  get timers(): readonly TimerAtMoment[] {
    return [...this.#state.timers.entries()].map(([key, value]) => ({
      key: String(key),
      elementId: value.targetElementId,
      elementInstanceKey: String(value.elementInstanceKey),
      dueDate: value.dueDate,
      repetitions: value.repetitions,
    }));
  }

  /** What it waits for: messages, then signals, then conditions. */
  get subscriptions(): readonly SubscriptionAtMoment[] {
    const state = this.#state;
    const found: SubscriptionAtMoment[] = [];
    for (const [, messageName, { key, value, state: phase }] of state.processMessageSubscriptions.entries()) {
      found.push({
        kind: 'message',
        key: String(key),
        elementId: value.elementId,
        elementInstanceKey: String(value.elementInstanceKey),
        messageName,
        correlationKey: value.correlationKey,
        state: MESSAGE_PHASES[phase],
      });
    }
    for (const [, key, value] of state.signalSubscriptions.entries()) {
      found.push({
        kind: 'signal',
        key: String(key),
        elementId: value.catchEventId,
        elementInstanceKey: String(value.catchEventInstanceKey),
        signalName: value.signalName,
      });
    }
    for (const [key, value] of state.conditionalSubscriptions.entries()) {
      found.push({
        kind: 'condition',
        key: String(key),
        elementId: value.catchEventId,
        elementInstanceKey: String(value.elementInstanceKey),
        condition: value.condition,
      });
    }
    return found;
  }

  /** Open ones, oldest first. */
  get userTasks(): readonly UserTaskAtMoment[] {
    return [...this.#state.userTasks.entries()].map(([key, { state, value }]) => ({
      key: String(key),
      state,
      elementId: value.elementId,
      elementInstanceKey: String(value.elementInstanceKey),
      assignee: value.assignee,
      candidateGroups: value.candidateGroupsList,
      candidateUsers: value.candidateUsersList,
      dueDate: value.dueDate,
      followUpDate: value.followUpDate,
      priority: value.priority,
      formKey: keyText(value.formKey),
    }));
  }

  get #state(): EngineView {
    return this.#source.state();
  }

  /** Of this instance: of those it called there are rows too, so that call activities know them. */
  *#living(): Generator<ElementInstance> {
    for (const [, instance] of this.#state.elementInstances.entries()) {
      if (instance.value.processInstanceKey === this.#source.processInstanceKey) yield instance;
    }
  }

  #life(key: string): ElementLife | undefined {
    const parsed = parseKey(key);
    const life = parsed === undefined ? undefined : this.#source.elements.get(parsed);
    return life !== undefined && life.start <= this.index ? life : undefined;
  }

  #node(life: ElementLife): ElementNode {
    const value = valueAt(life, this.index);
    const state = this.#state;
    const hasEnded = this.#hasEnded(life);
    const row = hasEnded ? undefined : state.elementInstances.get(life.key);
    const isCalled = life.called !== undefined && life.called.index <= this.index;
    return {
      key: String(life.key),
      scopeKey: keyText(value.flowScopeKey),
      elementId: value.elementId,
      elementType: bpmnElementTypeName(value.bpmnElementType),
      state: !hasEnded ? 'ACTIVE' : life.isTerminated ? 'TERMINATED' : 'COMPLETED',
      phase: row === undefined ? undefined : PHASES[row.state],
      startIndex: life.start,
      endIndex: hasEnded ? life.end : undefined,
      loopCounter: value.loopCounter,
      calledProcessInstanceKey: isCalled ? String(life.called?.key) : '',
      childCount: this.#startedCount(life.children),
      hasIncident: !hasEnded && !state.elementIncidents.isEmpty(life.key),
    };
  }

  #hasEnded({ end }: ElementLife): boolean {
    return end !== undefined && end <= this.index;
  }

  /** Children come in the order of their start. */
  #startedCount(children: readonly ElementLife[]): number {
    let low = 0;
    let high = children.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (children[middle]!.start <= this.index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const PHASES = {
  [ProcessInstanceIntent.ELEMENT_ACTIVATING]: 'ACTIVATING',
  [ProcessInstanceIntent.ELEMENT_ACTIVATED]: 'ACTIVATED',
  [ProcessInstanceIntent.ELEMENT_COMPLETING]: 'COMPLETING',
  [ProcessInstanceIntent.ELEMENT_TERMINATING]: 'TERMINATING',
} as const;

const MESSAGE_PHASES = { CREATING: 'OPENING', CREATED: 'OPEN', DELETING: 'CLOSING' } as const;

function keyText(key: Key): string {
  return key === NO_KEY ? '' : String(key);
}
