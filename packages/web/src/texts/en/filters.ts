import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** The fields above lists. */
export const filters = {
  label: 'Filters',
  set: (count: number) => plural(count, { one: '# filter set', other: '# filters set' }),
  reset: 'Reset filters',
  any: 'Any',
  process: 'Process',
  version: 'Version',
  versionNumber: (version: number) => `Version ${version}`,
  state: 'State',
  type: 'Type',
  noMatch: 'Nothing matches the filters',
  noMatchHelp: 'Change or reset them to see more.',
  businessId: 'Business ID',
  processInstanceKey: 'Process instance key',
};
