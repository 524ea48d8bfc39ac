export * from './folder-secret-store.ts';
export * from './secret-reference.ts';
export * from './secret-store.ts';
