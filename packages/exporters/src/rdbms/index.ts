/** What the export's thread runs, for whoever runs it in a thread of their own. The package's main entry does not load it. */
export { openStoreWriter } from './open-store-writer.ts';
export { RdbmsExport, type RdbmsExportOptions } from './rdbms-export.ts';
export { type Removed, Retention } from './retention/retention.ts';
export { DEFAULT_RETENTION, type RetentionSettings } from './retention/retention-settings.ts';
