/** For tests of other packages that need what the real engine records. */

export { createEngineState } from '../src/state/engine-state.ts';
export * from './batch-operation.ts';
export * from './bpmn.ts';
export * from './dmn.ts';
export * from './global-listeners.ts';
export { startEngine } from './invariants.ts';
export { migrate } from './migration.ts';
export { Random } from './random.ts';
export { RandomDriver } from './random-driver.ts';
export * from './saved-filters.ts';
export { TestCluster } from './test-cluster.ts';
export { TestEngine } from './test-engine.ts';
export * from './user-tasks.ts';
