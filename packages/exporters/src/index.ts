export { FOR_EVER, parseRetention } from '@waggle/secondary-storage';
export { DEFAULT_RETENTION, type RetentionSettings } from './rdbms/retention/retention-settings.ts';
export { type RdbmsExportSettings, type RunningRdbmsExport, startRdbmsExport } from './rdbms/start-rdbms-export.ts';
export { ExporterArgumentError } from './search-index/errors.ts';
export { type ExporterArguments, parseSearchIndexArguments } from './search-index/parse-search-index-arguments.ts';
export type { SearchIndexSettings, SearchProductName } from './search-index/search-index-settings.ts';
export {
  type RunningSearchIndexExport,
  startSearchIndexExport,
} from './search-index/start-search-index-export.ts';
