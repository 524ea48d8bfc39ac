export { type RdbmsExportSettings, type RunningRdbmsExport, startRdbmsExport } from './rdbms/start-rdbms-export.ts';
