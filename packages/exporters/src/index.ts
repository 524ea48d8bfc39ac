export { FOR_EVER, parseRetention } from '@waggle/secondary-storage';
export { DEFAULT_RETENTION, type RetentionSettings } from './rdbms/retention/retention-settings.ts';
export { type RdbmsExportSettings, type RunningRdbmsExport, startRdbmsExport } from './rdbms/start-rdbms-export.ts';
