export * from './errors.ts';
export { type LmdbStateOptions, type LmdbStateStore, openLmdbStateStore } from './lmdb/lmdb-state-store.ts';
export { removeLmdbState } from './lmdb/state-files.ts';
export { createMemoryStateStore } from './memory/memory-state-store.ts';
