export * from './effect.ts';
export * from './engine-api.ts';
export * from './job-streams.ts';
export * from './storage/partition-log.ts';
export * from './storage/state-store.ts';
