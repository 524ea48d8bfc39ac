export * from './entities.ts';
export * from './entity.ts';
export * from './errors.ts';
export * from './search-request.ts';
export * from './start-search.ts';
