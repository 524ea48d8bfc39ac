import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** The panel beside a list that narrows it down, and what stands for it above the list. */
export const filterPanel = {
  title: 'Filters',
  show: (count: number) => (count === 0 ? 'Filters' : plural(count, { other: 'Filters (#)' })),
  open: 'Show filters',
  collapse: 'Hide filters',
  reset: 'Reset filters',
  more: 'More filters',
  remove: (name: string) => `Remove filter: ${name}`,
  chips: 'Filters in use',
  showResults: 'Show results',
  from: 'From',
  to: 'To',
  lastHour: 'Last hour',
  lastDay: 'Last 24 hours',
  lastWeek: 'Last 7 days',
  since: (date: string) => `since ${date}`,
  until: (date: string) => `until ${date}`,
  between: (from: string, to: string) => `${from} to ${to}`,
  saved: 'Saved filters',
  savedNone: 'No saved filters yet. Choose filters, then save them under a name.',
  save: 'Save these filters …',
  saveTitle: 'Save these filters',
  saveName: 'Name',
  saveShare: 'Share with everybody',
  savedBy: (owner: string) => `shared by ${owner}`,
  savedShared: 'shared',
  savedDone: 'Filters saved',
  deleteSaved: (name: string) => `Delete saved filter ${name}`,
  deletedSaved: 'Saved filter deleted',
  deleteFailed: 'The saved filter was not deleted',
  addressTitle: 'Parts of the address were left out',
  addressText: (names: string) => `These were not understood: ${names}.`,
  addressMend: 'Tidy the address',
};
