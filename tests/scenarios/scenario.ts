/**
 * A scenario as data: what is deployed and done, and what must be seen, without saying how. The same steps run against
 * the engine in process and, through the official clients, against a running server.
 */
import type { CoverageItem } from './coverage-items.ts';

export interface Scenario {
  /** Its number in the list of scenarios; unique, never given to another one. */
  readonly number: number;
  /** Given, when and then in one sentence. */
  readonly title: string;
  /** Rows of the coverage table it says something about. */
  readonly covers: readonly CoverageItem[];
  readonly steps?: readonly Step[];
  /** Instead of steps: a test of the part that it is about, for what no client sees. */
  readonly shownBy?: { readonly file: string; readonly test: string };
  /** Partitions it needs. Default 1. */
  readonly partitions?: number;
  /** The engine lets only one living instance of a process bear a business id. Default: several may. */
  readonly uniqueBusinessIds?: boolean;
  /** Why it runs in process only. */
  readonly inProcessOnly?: string;
}

/** The key of something that an earlier step named with `as`. */
export type Ref = `@${string}`;

/** What was named, or the youngest instance of an element. */
export type ScopeRef = Ref | { readonly element: string; readonly of?: Ref; readonly index?: number };

/** A job by its type (the oldest open one), more exactly, or named. */
export type JobRef =
  | string
  | { readonly type: string; readonly element?: string; readonly of?: Ref; readonly index?: number };

export type Variables = Readonly<Record<string, unknown>>;

/** BPMN text, named after its process; or any file. */
export type Resource = string | { readonly name: string; readonly content: string };

/** A deployed definition; the latest version when none is named. */
export interface DefinitionRef {
  readonly process: string;
  readonly version?: number;
}

interface Command {
  /** Names what the command created or was about, for later steps. */
  readonly as?: string;
  /** The command must be refused: a rejection type, perhaps with a part of the reason, `NOT_FOUND: no such job`. */
  readonly rejected?: string;
  /** Does not wait for the answer, which `expectAnswer` asks for under this name. */
  readonly pendingAs?: string;
}

export type Action =
  | (Command & { readonly deploy: readonly Resource[] })
  | (Command & {
      readonly create: string;
      readonly version?: number;
      readonly variables?: Variables;
      readonly startAt?: readonly string[];
      readonly terminateAfter?: readonly string[];
      readonly tags?: readonly string[];
      readonly businessId?: string;
      /** Waits for the end and gives the variables, all or these. */
      readonly awaitResult?: boolean | readonly string[];
    })
  | (Command & {
      readonly activate: string;
      readonly max?: number;
      readonly timeout?: string;
      readonly fetch?: readonly string[];
      readonly worker?: string;
      /** Only this activation may complete them. */
      readonly withLease?: boolean;
      /** What the jobs given must look like, in order; each names only what matters. */
      readonly jobs: readonly Variables[];
    })
  | (Command & {
      readonly complete: JobRef;
      readonly variables?: Variables;
      readonly result?: JobResultData;
      /** The activation whose lease token is shown, by its name. */
      readonly leaseOf?: string;
    })
  | (Command & {
      readonly fail: JobRef;
      readonly retries: number;
      readonly backOff?: string;
      readonly message?: string;
      readonly variables?: Variables;
    })
  | (Command & {
      readonly throwError: JobRef;
      readonly code: string;
      readonly message?: string;
      readonly variables?: Variables;
    })
  | (Command & {
      readonly updateJob: JobRef;
      readonly retries?: number;
      readonly timeout?: string;
      readonly priority?: number;
    })
  | (Command & {
      readonly publish: string;
      readonly key?: string;
      readonly ttl?: string;
      readonly id?: string;
      readonly variables?: Variables;
    })
  | (Command & { readonly correlate: string; readonly key?: string; readonly variables?: Variables })
  | (Command & { readonly broadcast: string; readonly variables?: Variables })
  | (Command & { readonly setVariables: ScopeRef; readonly variables: Variables; readonly local?: boolean })
  /** The open incident of an element, or a named one. */
  | (Command & { readonly resolve: ScopeRef })
  | (Command & { readonly cancel: Ref })
  | (Command & {
      readonly modify: Ref;
      readonly start?: readonly {
        readonly element: string;
        readonly ancestor?: ScopeRef;
        readonly variables?: Readonly<Record<string, Variables>>;
      }[];
      readonly end?: readonly ({ readonly all: string } | ScopeRef)[];
      readonly move?: readonly { readonly from: string; readonly to: string }[];
    })
  | (Command & {
      readonly migrate: Ref;
      readonly to: DefinitionRef;
      readonly mapping: readonly (readonly [from: string, to: string])[];
    })
  | (Command & { readonly suspend: Ref })
  | (Command & { readonly resume: Ref })
  | (Command & { readonly deleteDefinition: DefinitionRef })
  | (Command & { readonly assign: string; readonly assignee: string; readonly allowOverride?: boolean })
  | (Command & { readonly unassign: string })
  | (Command & { readonly updateTask: string; readonly changes: UserTaskChanges })
  | (Command & { readonly completeTask: string; readonly variables?: Variables })
  | (Command & {
      readonly activateAdHoc: ScopeRef;
      readonly elements: readonly { readonly element: string; readonly variables?: Variables }[];
      readonly cancelRemaining?: boolean;
    })
  | (Command & {
      readonly evaluateConditions: Variables;
      readonly definition?: DefinitionRef;
      /** Instances started, by process id. */
      readonly starts: readonly string[];
    })
  | (Command & { readonly evaluate: string; readonly variables?: Variables; readonly gives?: unknown })
  | (Command & {
      /** Its id: the latest version. */
      readonly evaluateDecision: string;
      /** This one, by its key. */
      readonly version?: number;
      readonly variables?: Variables;
      readonly gives?: unknown;
      /** The decision that fails, perhaps with a part of the reason: `limit: multiple values`. */
      readonly failsAt?: string;
      /** Everything evaluated, in order; each names only what matters. */
      readonly evaluates?: readonly Variables[];
    })
  | (Command & { readonly createClusterVariable: string; readonly value: unknown })
  | (Command & {
      readonly createGlobalListener: string;
      readonly type: string;
      readonly events: readonly string[];
      readonly priority?: number;
      readonly afterNonGlobal?: boolean;
    })
  | (Command & { readonly deleteGlobalListener: string })
  | (Command & {
      readonly batch: 'CANCEL_PROCESS_INSTANCE' | 'RESOLVE_INCIDENT' | 'DELETE_PROCESS_INSTANCE';
      /** The instances it is about. */
      readonly instances: readonly Ref[];
    })
  | (Command & { readonly suspendBatch: Ref })
  | (Command & { readonly resumeBatch: Ref })
  | (Command & { readonly cancelBatch: Ref })
  /**
   * Turns the clock, with everything that falls due on the way. ISO duration. A server's clock jumps: `by` makes the
   * turn in smaller ones where something comes due again and again.
   */
  | { readonly advance: string; readonly by?: string }
  /** Lets the engine's clock stand still, so much later than now. */
  | (Command & { readonly pinClock: string })
  | (Command & { readonly resetClock: true })
  /** What only a test of the engine itself can do. */
  | { readonly engine: EngineFault };

/** Where the bus between partitions or the storage fails. */
export type EngineFault =
  | { readonly partitionDown: number }
  | { readonly partitionUp: number }
  /** Loses the next commands between partitions with this name, `PROCESS_MESSAGE_SUBSCRIPTION CORRELATE`. */
  | { readonly lose: string; readonly times: number }
  /** Delivers these twice. */
  | { readonly repeat: string }
  /** Folds the log into an empty state and goes on with that. */
  | 'restart'
  /** A client that takes jobs of a type as they come. */
  | { readonly openStream: string; readonly worker: string }
  /** It goes away with what it was given: the jobs come back. */
  | { readonly closeStream: string }
  /** Time passes and nothing is triggered, as when the server is down. ISO duration. */
  | { readonly sleep: string };

export interface UserTaskChanges {
  readonly candidateUsers?: readonly string[];
  readonly candidateGroups?: readonly string[];
  readonly dueDate?: string;
  readonly followUpDate?: string;
  readonly priority?: number;
}

/** What a job's completion decides beside variables. */
export type JobResultData =
  | {
      readonly denied?: boolean;
      readonly deniedReason?: string;
      readonly corrections?: UserTaskChanges & { readonly assignee?: string };
    }
  | {
      readonly activateElements: readonly { readonly element: string; readonly variables?: Variables }[];
      readonly fulfilled?: boolean;
      readonly cancelRemaining?: boolean;
    };

export type Expectation =
  | { readonly expectCompleted: Ref }
  | { readonly expectTerminated: Ref }
  /** Living elements that hold no other one, in any order, an element twice when two of its instances live. */
  | { readonly expectWaiting: Ref; readonly at: readonly string[] }
  /** These elements completed in this order, others in between. */
  | { readonly expectPassed: Ref; readonly elements: readonly string[] }
  | { readonly expectNotEntered: Ref; readonly elements: readonly string[] }
  | {
      readonly expectIncident: string;
      readonly at: string;
      /** A part of the text. */
      readonly message?: string;
      readonly of?: Ref;
      readonly as?: string;
    }
  | { readonly expectNoIncident: Ref }
  /** Variables held by the scope itself, not by an enclosing one. */
  | { readonly expectVariables: ScopeRef; readonly are: Variables; readonly absent?: readonly string[] }
  /** As `expectVariables`, by the JSON text: for numbers that JavaScript cannot hold. */
  | { readonly expectVariableTexts: ScopeRef; readonly are: Readonly<Record<string, string>> }
  /** Jobs that reached a stream opened with `openStream`, ever. */
  | { readonly expectPushed: string; readonly count: number }
  /** Open jobs of the type. */
  | { readonly expectJobs: string; readonly count: number; readonly like?: Variables }
  /** Lines of events in this order, others in between; see `recordLine`. */
  | { readonly expectRecords: readonly string[] }
  /** Events with this line. */
  | { readonly expectCount: string; readonly is: number }
  /** The first events with these lines are about the same thing. */
  | { readonly expectSameKey: readonly string[] }
  /** Instances of a process that were ever started. */
  | {
      readonly expectInstances: string;
      readonly count: number;
      readonly version?: number;
      readonly living?: number;
      /** Names the youngest of them. */
      readonly as?: string;
    }
  /** The newest user task of an element. */
  | { readonly expectTask: string; readonly state: string; readonly like?: Variables }
  /** The answer to a command named with `pendingAs`. */
  | { readonly expectAnswer: string; readonly rejected?: string; readonly variables?: Variables }
  | { readonly expectNoAnswer: string };

export type Step = Action | Expectation;
