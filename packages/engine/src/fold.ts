/**
 * The fold alone: events into state, without what decides about commands. It brings neither expressions nor models with it,
 * so that a browser folds what a server recorded with the server's own appliers for the price of these.
 */
export { applyEvent } from './appliers/applier-table.ts';
export { variableText } from './behavior/multi-instance/collected-output.ts';
export type { ElementInstance } from './state/element-instance.ts';
export { createEngineState, type EngineState, type EngineView, type Variable } from './state/engine-state.ts';
export type { Job, JobState } from './state/job.ts';
export type { MultiInstance } from './state/multi-instance.ts';
export { GLOBAL_SCOPE } from './state/table-names.ts';
export type { UserTask, UserTaskState } from './state/user-task.ts';
export * from './storage/state-store.ts';
