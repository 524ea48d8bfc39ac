/** What page and worker say to each other. */
import type { Moment, ReplayProblem } from '../../../../replay/index.ts';
import type { MomentQuery, MomentView, TimeLineData } from './moment-view.ts';

export interface OpenedReplay {
  readonly timeLine: TimeLineData;
  readonly problems: readonly ReplayProblem[];
  /** Number of records, those that are not on the time line too. */
  readonly records: number;
  /** Position of the last record; 0 when there is none. */
  readonly lastPosition: number;
}

export interface ScenarioRequest {
  /** The last record that is part of it. */
  readonly until: number;
  readonly runner: 'vitest' | 'node';
}

/** What can be asked of the worker, by name: what it takes and gives. */
export interface ReplayRequests {
  /** Loads and folds the records. */
  open: { readonly input: { readonly processInstanceKey: string }; readonly output: OpenedReplay };
  /** Loads what has been recorded since. */
  extend: { readonly input: Record<never, never>; readonly output: OpenedReplay };
  view: { readonly input: MomentQuery; readonly output: MomentView };
  moments: { readonly input: { readonly indices: readonly number[] }; readonly output: readonly Moment[] };
  variable: {
    readonly input: { readonly index: number; readonly scopeKey: string; readonly name: string };
    readonly output: string | undefined;
  };
  /** Source of a test. */
  scenario: { readonly input: ScenarioRequest; readonly output: string };
}

export type RequestName = keyof ReplayRequests;

export type ToWorker = {
  readonly [Name in RequestName]: {
    readonly id: number;
    readonly name: Name;
    readonly input: ReplayRequests[Name]['input'];
  };
}[RequestName];

/** An `ApiProblem` loses its class on the way. */
export interface ToldProblem {
  readonly message: string;
  readonly api?: { readonly status: number; readonly title: string; readonly detail: string; readonly request: string };
  /** Whether it is not a fault but a reason why there can be no test. */
  readonly isNoScenario?: boolean;
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly records: number }
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'problem'; readonly id: number; readonly problem: ToldProblem };
