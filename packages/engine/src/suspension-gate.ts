/**
 * Holds back what would move a suspended instance on. One place decides it for every command:
 *
 * - buffer: steps of the instance itself, kept in their order until it is resumed
 * - refuse: what workers and users ask for; they may try again (refuse client: only what comes from outside, else buffer)
 * - hold: timers that are due, which fire once when it is resumed
 * - everything else is executed: canceling, modifying, variables, incidents, job updates
 *
 * While it is being resumed its own steps go on, and workers bring the jobs that are given out again; only users have to
 * wait for the end of that.
 * Elements that are terminating are never held: something waits for their end.
 */
import {
  type CommandName,
  intentsByValueType,
  type Key,
  type LogRecord,
  MessagePackWriter,
  NO_KEY,
  RejectionType,
  SuspensionBatchIntent,
  TimerIntent,
  type TimerValue,
  ValueType,
  writeValue,
} from '@waggle/protocol';
import { instanceOfCommand } from './instance-of-command.ts';
import type { Processing } from './processing.ts';
import { isTerminating } from './state/element-instance.ts';
import type { EngineView } from './state/engine-state.ts';

type Treatment = 'buffer' | 'refuse' | 'refuse client' | 'hold';

const treatments: {
  readonly [Type in ValueType]?: { readonly [Name in CommandName<Type>]?: Treatment };
} = {
  [ValueType.PROCESS_INSTANCE]: {
    ACTIVATE_ELEMENT: 'buffer',
    CONTINUE_ACTIVATING_ELEMENT: 'buffer',
    COMPLETE_ELEMENT: 'buffer',
    COMPLETE_EXECUTION_LISTENER: 'buffer',
  },
  [ValueType.PROCESS_INSTANCE_BATCH]: { ACTIVATE: 'buffer' },
  [ValueType.CONDITIONAL_SUBSCRIPTION]: { TRIGGER: 'buffer' },
  [ValueType.TIMER]: { TRIGGER: 'hold' },
  [ValueType.JOB]: { COMPLETE: 'refuse', FAIL: 'refuse', THROW_ERROR: 'refuse' },
  [ValueType.USER_TASK]: {
    COMPLETE: 'refuse',
    ASSIGN: 'refuse',
    CLAIM: 'refuse',
    UPDATE: 'refuse',
    COMPLETE_TASK_LISTENER: 'buffer',
    DENY_TASK_LISTENER: 'buffer',
  },
  // A client may try again; what a worker's completed job asked for must not get lost.
  [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: { ACTIVATE: 'refuse client', COMPLETE: 'buffer' },
  // What is buffered names elements of the definition it was written for.
  [ValueType.PROCESS_INSTANCE_MIGRATION]: { MIGRATE: 'refuse' },
  [ValueType.VARIABLE_DOCUMENT]: { UPDATE: 'refuse' },
};

/** The same by wire codes, for speed. */
const treatmentsByCode: (Treatment | undefined)[][] = [];
for (const [valueType, byName] of Object.entries(treatments)) {
  const code = Number(valueType) as ValueType;
  const intents: Readonly<Record<string, number>> = intentsByValueType[code];
  const row: (Treatment | undefined)[] = [];
  for (const [name, treatment] of Object.entries(byName)) row[intents[name]!] = treatment as Treatment;
  treatmentsByCode[code] = row;
}

/** Deals with a command of a suspended instance. @returns `false` when it is to be processed. */
export function isHeldBack(processing: Processing, command: LogRecord): boolean {
  const treatment = treatmentsByCode[command.valueType]?.[command.intent];
  if (treatment === undefined) return false;
  const { state } = processing;
  const instanceKey = instanceOfCommand(state, command);
  const suspension = instanceKey === undefined ? undefined : state.suspensions.get(instanceKey);
  if (instanceKey === undefined || suspension === undefined || isExempt(state, command)) return false;
  // Whoever was given a job may bring its result; one that is still held says so itself.
  if (suspension === 'RESUMING' && command.valueType === ValueType.JOB) return false;
  const isClients = command.sourceRecordPosition === -1;
  if (treatment === 'refuse' || (treatment === 'refuse client' && isClients)) {
    const problem = suspension === 'SUSPENDED' ? 'it is suspended. Resume it first' : 'it is being resumed';
    const reason = `Expected to process the command for the process instance with key '${instanceKey}', but ${problem}.`;
    processing.write.reject(RejectionType.INVALID_STATE, reason);
    return true;
  }
  if (suspension === 'RESUMING') return false;
  if (treatment === 'hold') holdTimer(processing, command as LogRecord<TimerValue>);
  else bufferCommand(processing, instanceKey, command);
  return true;
}

function isExempt(state: EngineView, command: LogRecord): boolean {
  // Of variables only those of a user task are its users' business.
  if (command.valueType === ValueType.VARIABLE_DOCUMENT) {
    return 'scopeKey' in command.value && !state.elementUserTasks.has(command.value.scopeKey);
  }
  // One that is gone by now is told so.
  if (command.valueType === ValueType.TIMER && !state.timers.has(command.key)) return true;
  const element = elementOf(state, command);
  return element !== undefined && isTerminating(element);
}

function elementOf(state: EngineView, { valueType, key }: LogRecord) {
  const elementKey = (): Key | undefined => {
    switch (valueType) {
      case ValueType.JOB:
        return state.jobs.get(key)?.value.elementInstanceKey;
      case ValueType.USER_TASK:
        return state.userTasks.get(key)?.value.elementInstanceKey;
      default:
        return key;
    }
  };
  const found = elementKey();
  return found === undefined ? undefined : state.elementInstances.get(found);
}

function holdTimer({ write, state }: Processing, { key }: LogRecord<TimerValue>): void {
  const timer = state.timers.get(key);
  if (timer !== undefined) write.event(ValueType.TIMER, TimerIntent.SUSPENDED, key, timer);
}

function bufferCommand({ write, state, keys }: Processing, processInstanceKey: Key, command: LogRecord): void {
  const bytes = new MessagePackWriter();
  writeValue(bytes, command.valueType, command.value);
  const instance = state.elementInstances.get(processInstanceKey);
  write.event(ValueType.SUSPENSION_BATCH, SuspensionBatchIntent.COMMAND_BUFFERED, keys.next(), {
    processInstanceKey,
    scopeKey: state.elementInstances.has(command.key) ? command.key : NO_KEY,
    afterKey: NO_KEY,
    commandValueType: command.valueType,
    commandIntent: command.intent,
    commandKey: command.key,
    commandValue: bytes.take(),
    tenantId: instance?.value.tenantId ?? '',
  });
}
