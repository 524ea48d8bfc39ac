export { RdbmsExport, type RdbmsExportOptions } from './rdbms/rdbms-export.ts';
export { SqliteWriter } from './rdbms/sqlite-writer.ts';
export type { StoreWriter } from './rdbms/store-writer.ts';
