/**
 * Follow-up commands that wait for a later batch, oldest first. The commands lie in the state; what is kept beside them tells
 * at once what they are about, however many there are.
 */
import { type Key, type LogRecord, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import type { EngineState } from './state/engine-state.ts';

/** What processors may ask. */
export interface BacklogView {
  /** Whether a command for the process instance waits. */
  concerns(processInstanceKey: Key): boolean;
  /** Whether the start of an element of the definition waits, perhaps of a whole instance. */
  startsElementOf(processDefinitionKey: Key): boolean;
}

export class Backlog implements BacklogView {
  readonly #commands: EngineState['backlog'];
  /** Positions in the log, oldest first. */
  #positions: number[] = [];
  /** Index of the oldest; what lies before it is done. */
  #head = 0;
  readonly #perInstance = new Map<Key, number>();
  readonly #startsPerDefinition = new Map<Key, number>();

  constructor(state: EngineState) {
    this.#commands = state.backlog;
    this.reload();
  }

  get isEmpty(): boolean {
    return this.#head >= this.#positions.length;
  }

  /** Position of the oldest command; `undefined` when none waits. */
  get firstPosition(): number | undefined {
    return this.#positions[this.#head];
  }

  add(command: LogRecord): void {
    this.#commands.put(BigInt(command.position), command);
    this.#note(command);
  }

  /** Takes the oldest command out. @throws when none waits. */
  takeFirst(): LogRecord {
    const position = this.firstPosition;
    const command = position === undefined ? undefined : this.#commands.get(BigInt(position));
    if (command === undefined) {
      throw new Error(`Expected a follow-up command from position ${position}, but there is none`);
    }
    this.#commands.delete(BigInt(command.position));
    this.#count(command, -1);
    this.#head++;
    if (this.isEmpty) {
      this.#positions = [];
      this.#head = 0;
    }
    return command;
  }

  /** Reads the state anew, which was loaded or went back. */
  reload(): void {
    this.#positions = [];
    this.#head = 0;
    this.#perInstance.clear();
    this.#startsPerDefinition.clear();
    for (const [, command] of this.#commands.entries()) this.#note(command);
  }

  concerns(processInstanceKey: Key): boolean {
    return this.#perInstance.has(processInstanceKey);
  }

  startsElementOf(processDefinitionKey: Key): boolean {
    return this.#startsPerDefinition.has(processDefinitionKey);
  }

  #note(command: LogRecord): void {
    this.#positions.push(command.position);
    this.#count(command, 1);
  }

  #count({ valueType, intent, value }: LogRecord, change: 1 | -1): void {
    if ('processInstanceKey' in value) addTo(this.#perInstance, value.processInstanceKey, change);
    const isStart = valueType === ValueType.PROCESS_INSTANCE && intent === ProcessInstanceIntent.ACTIVATE_ELEMENT;
    if (isStart && 'processDefinitionKey' in value) {
      addTo(this.#startsPerDefinition, value.processDefinitionKey, change);
    }
  }
}

function addTo(counts: Map<Key, number>, key: Key, change: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
