/** What carries a scenario's actions out. Keys are decimal text. */
import type { CommandRequest } from './command-request.ts';
import type { ObservedRecord } from './observed-record.ts';
import type { EngineFault } from './scenario.ts';

/** A command was refused; `type` is the rejection type, `reason` empty where a driver does not get to see it. */
export interface Refused {
  readonly rejection: { readonly type: string; readonly reason: string };
}

/** A command was accepted. */
export interface Accepted {
  /** Key of what was created. */
  readonly key?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Keys of the jobs that an activation gave, and what is told of them. */
  readonly jobs?: readonly Readonly<Record<string, unknown>>[];
  /** Result of an expression. */
  readonly result?: unknown;
  readonly decision?: DecisionAnswer;
  /** Process ids of instances started by an evaluation of conditions. */
  readonly started?: readonly string[];
}

/** What evaluating a decision gave. */
export interface DecisionAnswer {
  readonly output: unknown;
  /** Of the decision that failed, and why; empty when none did. */
  readonly failedDecisionId: string;
  readonly failureMessage: string;
  readonly evaluated: readonly {
    readonly decisionId: string;
    readonly output: unknown;
    /** 1-based. */
    readonly matchedRules: readonly number[];
  }[];
}

export type Answer = Accepted | Refused;

export interface Driver {
  /** Before the first step. @param options.turnsClock the scenario turns the clock. */
  begin(options: { readonly turnsClock: boolean }): Promise<void>;
  /** Behind the last step, also when one failed. */
  end(): Promise<void>;
  /** Sends a command. Resolves with its answer, for some only much later. */
  send(command: CommandRequest): Promise<Answer>;
  /** Answers of commands that have come so far are resolved when this is. */
  settle(): Promise<void>;
  /** Turns the clock. */
  advance(ms: number): Promise<void>;
  /** Partitions and their storage fail. Only in process. */
  fault(fault: EngineFault): Promise<void>;
  /** Records that came since the last call. */
  takeRecords(): Promise<readonly ObservedRecord[]>;
  /** Types of the jobs that streams were given. */
  readonly pushed: readonly string[];
  /** How long an expectation may take to come true; 0 when everything has happened that will. */
  readonly patienceMs: number;
}
