import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const filters: Texts['filters'] = {
  label: 'Filter',
  set: (count) => plural(count, { other: '# Filter gesetzt' }),
  reset: 'Filter zurücksetzen',
  any: 'Alle',
  process: 'Prozess',
  version: 'Version',
  versionNumber: (version) => `Version ${version}`,
  state: 'Zustand',
  type: 'Art',
  noMatch: 'Nichts passt zu den Filtern',
  noMatchHelp: 'Filter ändern oder zurücksetzen, um mehr zu sehen.',
  businessId: 'Geschäftsschlüssel',
  processInstanceKey: 'Prozessinstanz',
};
