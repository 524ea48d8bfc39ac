export * from './effect.ts';
export { createEngine, type EngineOptions } from './engine.ts';
export * from './engine-api.ts';
export * from './job-streams.ts';
export { defaultEngineLimits, type EngineLimits } from './limits.ts';
export * from './storage/partition-log.ts';
export * from './storage/state-store.ts';
