import { batchFilter } from './batch-filter.tsx';
import { businessIdFilter } from './business-id-filter.tsx';
import { endDateFilter } from './end-date-filter.tsx';
import { errorFilter } from './error-filter.tsx';
import { errorHashFilter } from './error-hash-filter.tsx';
import { keysFilter } from './keys-filter.tsx';
import type { OptionalFilter } from './optional-filter.ts';
import { parentFilter } from './parent-filter.tsx';
import { retriesLeftFilter } from './retries-left-filter.tsx';
import { startDateFilter } from './start-date-filter.tsx';
import { tagsFilter } from './tags-filter.tsx';
import { variablesFilter } from './variables-filter.tsx';

/** In the order of the menu. */
export const optionalFilters: readonly OptionalFilter[] = [
  variablesFilter,
  businessIdFilter,
  keysFilter,
  parentFilter,
  batchFilter,
  errorFilter,
  errorHashFilter,
  retriesLeftFilter,
  startDateFilter,
  endDateFilter,
  tagsFilter,
];
