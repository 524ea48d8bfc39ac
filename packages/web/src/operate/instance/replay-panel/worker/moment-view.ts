/** What the worker tells of a moment: plain values, cut to what a screen shows, so that telling them is quick. */
import type {
  DefinitionAtMoment,
  ElementCounts,
  ElementNode,
  IncidentAtMoment,
  JobAtMoment,
  Moment,
  SubscriptionAtMoment,
  TimerAtMoment,
  UserTaskAtMoment,
} from '../../../../replay/index.ts';

/** What is to be told of a moment. */
export interface MomentQuery {
  readonly index: number;
  /** Whose variables; absent or not started yet = the process instance's. */
  readonly scopeKey?: string | undefined;
  /** Element instances of the tree that the person opened or closed. */
  readonly opened: Readonly<Record<string, boolean>>;
  /** How many children are told of a scope, the latest; absent = {@link CHILDREN_TOLD}. */
  readonly limits: Readonly<Record<string, number>>;
}

export interface TreeElement extends ElementNode {
  readonly kind: 'element';
  readonly level: number;
  readonly isOpen: boolean;
  /** Epoch ms; absent = before the records begin. */
  readonly startedAt?: number;
  /** Epoch ms; absent as long as it lives. */
  readonly endedAt?: number;
}

/** Stands for children that started earlier than those told. */
export interface TreeRest {
  readonly kind: 'earlier';
  readonly key: string;
  readonly scopeKey: string;
  readonly level: number;
  readonly count: number;
  /** So many are told when more are asked for. */
  readonly nextLimit: number;
}

export type TreeRow = TreeElement | TreeRest;

export interface VariableView {
  readonly name: string;
  /** JSON, perhaps only its beginning. */
  readonly value: string;
  /** Characters of the whole. */
  readonly length: number;
  /** Whether what happens at this moment set it. */
  readonly isJustSet: boolean;
  /** What it was before, perhaps only its beginning; absent when it is new or was not just set. */
  readonly before?: string;
  /** Epoch ms; absent = before the records begin. */
  readonly setAt?: number;
  /** The moment that set it; -1 = before the records begin. */
  readonly changeIndex: number;
}

/** The first of many. */
export interface Some<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export interface MomentView {
  readonly moment: Moment;
  /** Epoch ms. */
  readonly timestamp: number;
  readonly definition: DefinitionAtMoment | undefined;
  /** The process instance; `undefined` before it is activated. */
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' | 'SUSPENDED' | undefined;
  readonly counts: readonly (readonly [string, ElementCounts])[];
  readonly takenFlows: readonly (readonly [string, number])[];
  readonly waitingTokens: readonly (readonly [string, number])[];
  readonly rows: readonly TreeRow[];
  /** Whose variables are told; `undefined` before the process instance is activated. */
  readonly scope: ElementNode | undefined;
  readonly variables: Some<VariableView>;
  readonly incidents: Some<IncidentAtMoment>;
  readonly jobs: Some<JobAtMoment>;
  readonly timers: Some<TimerAtMoment>;
  readonly subscriptions: Some<SubscriptionAtMoment>;
  readonly userTasks: Some<UserTaskAtMoment>;
}

/** Marks of the time line lie in lanes, by what they are about. */
export const lanes = ['incident', 'work', 'timer', 'message', 'variable'] as const;
export type Lane = (typeof lanes)[number];
/** In {@link TimeLineData.lanes}: in none of them. */
export const NO_LANE = 255;

/** The moments that are shown on the time line: what happened and what was refused. What was only asked for is not. */
export interface TimeLineData {
  /** Index among all records, by place on the time line. */
  readonly indices: Int32Array;
  readonly positions: Float64Array;
  /** Epoch ms. */
  readonly timestamps: Float64Array;
  /** Place in {@link lanes}, or {@link NO_LANE}. */
  readonly lanes: Uint8Array;
  /** Places on the time line at which an incident arose. */
  readonly incidents: Int32Array;
}
