import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const filterPanel: Texts['filterPanel'] = {
  title: 'Filter',
  show: (count) => (count === 0 ? 'Filter' : plural(count, { other: 'Filter (#)' })),
  open: 'Filter zeigen',
  collapse: 'Filter verbergen',
  reset: 'Filter zurücksetzen',
  more: 'Weitere Filter',
  remove: (name) => `Filter entfernen: ${name}`,
  chips: 'Gesetzte Filter',
  showResults: 'Ergebnisse zeigen',
  from: 'Von',
  to: 'Bis',
  lastHour: 'Letzte Stunde',
  lastDay: 'Letzte 24 Stunden',
  lastWeek: 'Letzte 7 Tage',
  since: (date) => `seit ${date}`,
  until: (date) => `bis ${date}`,
  between: (from, to) => `${from} bis ${to}`,
  saved: 'Gespeicherte Filter',
  savedNone: 'Noch keine gespeicherten Filter. Filter wählen, dann unter einem Namen speichern.',
  save: 'Diese Filter speichern …',
  saveTitle: 'Diese Filter speichern',
  saveName: 'Name',
  saveShare: 'Mit allen teilen',
  savedBy: (owner) => `geteilt von ${owner}`,
  savedShared: 'geteilt',
  savedDone: 'Filter gespeichert',
  deleteSaved: (name) => `Gespeicherten Filter ${name} löschen`,
  deletedSaved: 'Gespeicherter Filter gelöscht',
  deleteFailed: 'Der gespeicherte Filter wurde nicht gelöscht',
  addressTitle: 'Teile der Adresse wurden weggelassen',
  addressText: (names) => `Nicht verstanden wurde: ${names}.`,
  addressMend: 'Adresse aufräumen',
};
