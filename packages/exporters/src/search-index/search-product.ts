import type { IndexNames } from './index-names.ts';
import type { SearchIndexSettings } from './search-index-settings.ts';
import type { SearchServer } from './search-server.ts';

/** In what search engines differ: how they forget old indices. */
export interface SearchProduct {
  /** As people call it. */
  readonly title: string;
  /** Settings of each new index. */
  lifecycleSettings(settings: SearchIndexSettings): Readonly<Record<string, unknown>>;
  /** Before the templates: makes the policy, or removes it. @throws {SearchServerError} */
  preparePolicy(server: SearchServer, settings: SearchIndexSettings, names: IndexNames): Promise<void>;
  /** Behind the templates: has the policy hold for the indices there are. @throws {SearchServerError} */
  applyPolicy(server: SearchServer, settings: SearchIndexSettings, names: IndexNames): Promise<void>;
}
