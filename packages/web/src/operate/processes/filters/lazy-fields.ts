import { lazyPart } from '../../../parts/lazy-part.ts';

/** What editors of filters are made of: none is shown before somebody filters. */
export const FilterInput = lazyPart(() => import('../../../parts/filter-input.tsx'), 'FilterInput');
export const DateRangeField = lazyPart(() => import('../../../parts/date-range-field.tsx'), 'DateRangeField');
