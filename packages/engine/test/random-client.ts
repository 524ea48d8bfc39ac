/** What clients, workers and operators send, with what is not said drawn at random; remembers who waits for an answer. */
import {
  DEFAULT_TENANT_ID,
  IncidentErrorType,
  IncidentIntent,
  JobIntent,
  jobCommandValue,
  type Key,
  MessageIntent,
  NO_KEY,
  type RecordValues,
  SignalIntent,
  UserTaskIntent,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { createEngineState } from '../src/state/engine-state.ts';
import type { Random } from './random.ts';
import { CHOICES, NEEDED } from './random-draw.ts';
import type { RandomProcess } from './random-processes.ts';
import { EMPTY_INCIDENT, EMPTY_INSTANCE, type TestEngine } from './test-engine.ts';
import { NO_USER_TASK } from './user-tasks.ts';

export class RandomClient {
  engine: TestEngine;
  readonly random: Random;
  readonly processes: readonly RandomProcess[];
  /** Records are only collected: no batch is taken. */
  isCollecting = false;
  readonly #requests = new Map<number, { readonly mayStayOpen: boolean }>();

  constructor(engine: TestEngine, random: Random, processes: readonly RandomProcess[]) {
    this.engine = engine;
    this.random = random;
    this.processes = processes;
  }

  /** Requests that got no answer, or more than one. */
  unanswered(): string[] {
    const answers = new Map<number, number>();
    for (const effect of this.engine.effects) {
      if (effect.kind === 'response') answers.set(effect.requestId, (answers.get(effect.requestId) ?? 0) + 1);
    }
    const problems: string[] = [];
    for (const [requestId, { mayStayOpen }] of this.#requests) {
      const count = answers.get(requestId) ?? 0;
      if (count > 1 || (count === 0 && !mayStayOpen)) problems.push(`request ${requestId}: ${count} answers`);
    }
    return problems;
  }

  /** Forgets requests that were never made, because what they led to was discarded. */
  forgetRequestsFrom(requestId: number): void {
    for (const id of this.#requests.keys()) if (id >= requestId) this.#requests.delete(id);
  }

  get lastRequestId(): number {
    return [...this.#requests.keys()].at(-1) ?? 0;
  }

  userTask(intent: number, key: Key): void {
    const variables = intent === UserTaskIntent.COMPLETE ? JSON.stringify(this.someVariables()) : '{}';
    const changedAttributes = intent === UserTaskIntent.UPDATE ? this.random.pick([[], ['priority', 'dueDate']]) : [];
    const assignee = this.random.pick(['', 'ann', 'bob']);
    const value = { ...NO_USER_TASK, assignee, priority: 40, variables, changedAttributes };
    // The answer waits for listeners, or for the task to be taken away.
    this.send(ValueType.USER_TASK, intent, value, { key });
  }

  broadcast(signalName: string): void {
    this.send(ValueType.SIGNAL, SignalIntent.BROADCAST, {
      signalName,
      variables: JSON.stringify(this.someVariables()),
      afterKey: NO_KEY,
      untilKey: NO_KEY,
      tenantId: DEFAULT_TENANT_ID,
    });
  }

  publishMessage(name: string, correlationKey: string, timeToLive: number): void {
    this.send(ValueType.MESSAGE, MessageIntent.PUBLISH, {
      name,
      correlationKey,
      timeToLive,
      deadline: -1,
      messageId: this.random.chance(0.1) ? 'same' : '',
      variables: JSON.stringify({ ...this.someVariables(), key: correlationKey }),
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    });
  }

  advance(ms: number): void {
    if (this.isCollecting) {
      this.engine.nowMs += ms;
      for (const command of this.engine.engine.collectDueCommands(this.engine.nowMs, 100)) {
        this.engine.engine.process(command, this.engine.nowMs);
      }
      return;
    }
    this.engine.flush();
    this.engine.advance(ms);
  }

  flush(): void {
    if (!this.isCollecting) this.engine.flush();
  }

  sendInstance(intent: number, key: Key): void {
    this.send(ValueType.PROCESS_INSTANCE, intent, EMPTY_INSTANCE, { key });
  }

  /** Removes the cause of an incident, then resolves it. */
  mend(incidentKey: Key): void {
    const incident = this.state().incidents.get(incidentKey);
    if (incident === undefined) return;
    if (incident.jobKey !== NO_KEY) this.job(JobIntent.UPDATE_RETRIES, incident.jobKey, { retries: 2 });
    if (incident.jobKey === NO_KEY || incident.errorType === IncidentErrorType.MESSAGE_SIZE_EXCEEDED) {
      const variables = {
        nothing: 'PT1S',
        need0: 1,
        need1: 1,
        choice0: 1,
        choice1: 2,
        choice2: 1,
        key: 'k0',
        items: [1, 2],
      };
      if (this.random.chance(0.5)) variables.choice1 = 1;
      this.setVariable(incident.variableScopeKey, variables, false);
    }
    this.send(ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT, { key: incidentKey });
  }

  setVariable(scopeKey: Key, variables: object, isLocal: boolean): void {
    this.send(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, {
      scopeKey,
      isLocal,
      variables: JSON.stringify(variables),
      tenantId: DEFAULT_TENANT_ID,
    });
  }

  someVariables(): Record<string, unknown> {
    const variables: { again?: boolean; text?: unknown } & Record<string, unknown> = {};
    if (this.random.chance(0.5)) variables[this.random.pick(CHOICES)] = this.random.between(0, 3);
    if (this.random.chance(0.2)) variables[this.random.pick(NEEDED)] = 'é';
    if (this.random.chance(0.2)) variables.again = this.random.chance(0.3);
    if (this.random.chance(0.2)) variables.text = { deep: [1, 'x'] };
    return variables;
  }

  job(intent: number, key: Key, changes: Parameters<typeof jobCommandValue>[0]): void {
    // Now and then by a worker whose lease is over.
    const leaseToken = this.random.chance(0.9) ? (this.state().jobs.get(key)?.value.leaseToken ?? '') : '1';
    this.send(ValueType.JOB, intent, jobCommandValue({ leaseToken, ...changes }), { key });
  }

  send<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    options: { readonly key?: Key; readonly mayStayOpen?: boolean } = {},
  ): void {
    const requestId = this.engine.submit(valueType, intent, value, options.key ?? NO_KEY);
    this.#requests.set(requestId, { mayStayOpen: options.mayStayOpen ?? false });
  }

  messageNames(): readonly string[] {
    return this.processes.flatMap(({ messageNames, startMessageNames }) => [...messageNames, ...startMessageNames]);
  }

  living() {
    return [...this.state().elementInstances.entries()].map(([, instance]) => instance);
  }

  state() {
    return createEngineState(this.engine.store);
  }
}
