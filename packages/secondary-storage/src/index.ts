export * from './column.ts';
export * from './ddl.ts';
export * from './errors.ts';
export * from './migrations.ts';
export * from './sqlite/open-sqlite.ts';
export * from './table.ts';
export { INDEXED_VALUE_LENGTH } from './tables/variable.ts';
export * from './tables.ts';
