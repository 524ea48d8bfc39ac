/** Replay without a user interface: records in, moments out. Loaded only when somebody opens it. */
export type { Moment, MomentTopic } from './moment.ts';
export type * from './moment-parts.ts';
export type { MomentState } from './moment-state.ts';
export { type ReadRecords, readRecordLines } from './record-lines.ts';
export { REPLAY_RECORDS_MAX, type RecordPage, type RecordPagesOptions, readRecordPages } from './record-pages.ts';
export { openReplay, type Replay, type ReplayOptions } from './replay.ts';
export type { ReplayProblem } from './replay-problem.ts';
export { NoScenario, type ScenarioOptions, scenarioOf } from './scenario/scenario-of.ts';
export type { ScenarioModel } from './scenario/surroundings.ts';
