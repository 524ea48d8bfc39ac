import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** Tables, dialogs, notices: what pages are made of. */
export const parts = {
  copy: 'Copy',
  copyKey: (key: string) => `Copy ${key}`,
  cancel: 'Cancel',
  close: 'Close',
  apply: 'Apply',
  save: 'Save',
  retry: 'Try again',
  loading: 'Loading …',
  loadMore: 'Load more',
  results: (count: number, isMore: boolean) =>
    isMore ? plural(count, { other: 'More than # results' }) : plural(count, { one: '# result', other: '# results' }),
  selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
  selectAllResults: (count: number) => plural(count, { one: 'Select the one result', other: 'Select all # results' }),
  clearSelection: 'Clear selection',
  selectRow: 'Select row',
  selectAll: 'Select all',
  sortBy: (column: string) => `Sort by ${column}`,
  resize: 'Resize',
  showPane: (name: string) => `Show ${name}`,
  problem: 'Something went wrong',
  unreachable: 'The server cannot be reached',
  unreachableHelp: 'It is tried again as soon as the server answers.',
  forbidden: 'You are not allowed to see this',
  forbiddenHelp: 'Ask an administrator for the permission named below.',
  missing: 'There is no such thing',
  missingHelp: 'It never was, or what was kept of it has been deleted.',
  tooBusy: 'The server is too busy',
  details: 'Details',
  stale: 'The server is still catching up: newer changes may be missing.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Fit the diagram',
  diagram: 'Diagram',
  diagramFailed: 'The diagram cannot be drawn',
  diagramLaidOut: 'This model has no diagram; it was laid out automatically.',
  none: 'none',
};
