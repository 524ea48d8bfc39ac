import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const migration: Texts['migration'] = {
  title: 'Prozessinstanzen migrieren',
  heading: (count, isMore) =>
    isMore
      ? plural(count, { other: 'Mehr als # Instanzen migrieren' })
      : plural(count, { one: '# Instanz migrieren', other: '# Instanzen migrieren' }),
  back: 'Zurück zu den Prozessen',
  noInstances: 'Es sind keine Instanzen gewählt',
  noInstancesHelp: 'In der Liste der Prozesse Instanzen einer Version wählen, dann „Migrieren“.',
  noneRunning: 'Keine der gewählten Instanzen läuft noch mit dieser Version.',
  leftOut: (count) =>
    plural(count, {
      one: '# der gewählten Instanzen läuft nicht mit dieser Version und bleibt, wie sie ist.',
      other: '# der gewählten Instanzen laufen nicht mit dieser Version und bleiben, wie sie sind.',
    }),
  from: 'Von',
  version: (name, version) => `${name}, Version ${version}`,
  versionTagged: (name, version, tag) => `${name}, Version ${version} (${tag})`,
  process: 'Zielprozess',
  targetVersion: 'Version',
  versionItem: (version) => `Version ${version}`,
  versionItemTagged: (version, tag) => `Version ${version} (${tag})`,
  chooseVersion: 'Version wählen',
  chooseTarget: 'Prozess und Version wählen, mit denen die Instanzen laufen sollen.',
  newest: 'Das ist die neueste Version: eine andere Version oder einen anderen Prozess wählen.',
  modelFailed: 'Das Modell dieser Version ist nicht lesbar.',
  panes: { diagrams: 'Diagramme', source: 'Von', target: 'Nach', mapping: 'Zuordnung' },
  mapping: 'Was woraus wird',
  source: 'Element',
  tokens: 'Token',
  tokensHelp: 'Gewählte Instanzen mit einem Token hier',
  target: 'Wird zu',
  state: 'Hinweis',
  notMapped: 'Nicht zugeordnet',
  targetFor: (name) => `Was aus ${name} wird`,
  onlyUnmapped: 'Nur nicht Zugeordnetes',
  automatic: 'Automatisch',
  resetAll: 'Automatisch zuordnen',
  byHand: 'Von Hand',
  allMapped: 'Alles ist zugeordnet.',
  nothingFits: 'Dort passt nichts',
  problems: {
    unmapped: 'Hier warten Token: solche Instanzen würden abgelehnt.',
    scope: 'Es liegt dort in einem anderen Teilprozess: Token hier würden abgelehnt.',
    detached: 'Es gehört dort zu einer anderen Aktivität: das würde abgelehnt.',
    twice: 'Aus zwei Ereignissen würde dasselbe: das würde abgelehnt.',
  },
  summary: (mapped, unmapped) => `${mapped} zugeordnet, ${unmapped} nicht`,
  blocking: (count) =>
    plural(count, {
      one: '# Element ist noch zu klären: Instanzen, die dort warten, werden abgelehnt.',
      other: '# Elemente sind noch zu klären: Instanzen, die dort warten, werden abgelehnt.',
    }),
  click: (name) => `Im Ziel anklicken, was aus „${name}“ wird.`,
  doesNotFit: (name) => `„${name}“ ist von anderer Art.`,
  next: 'Weiter: prüfen',
  reviewTitle: 'Migration prüfen',
  review: (count, isMore, from, to) =>
    isMore
      ? plural(count, { other: `Mehr als # Instanzen gehen von ${from} zu ${to} über.` })
      : plural(count, {
          one: `# Instanz geht von ${from} zu ${to} über.`,
          other: `# Instanzen gehen von ${from} zu ${to} über.`,
        }),
  reviewHelp:
    'Die Instanzen bleiben, wo sie sind, und laufen nach dem neuen Modell weiter. Rückgängig machen geht nicht; zurück migrieren schon.',
  reviewChanged: 'Was eine andere Id bekommt oder nicht zugeordnet ist:',
  reviewSame: 'Alle Elemente behalten ihre Id.',
  reviewLine: (source, target) => `${source} → ${target}`,
  confirmWord: 'MIGRIEREN',
  confirm: (word) => `Zum Bestätigen ${word} eingeben`,
  migrate: (count, isMore) =>
    isMore ? 'Alle migrieren' : plural(count, { one: '# Instanz migrieren', other: '# Instanzen migrieren' }),
  migrating: 'Wird migriert …',
  migratedOne: 'Die Instanz wurde migriert',
  started: 'Die Migration hat begonnen',
  toBatch: 'Fortschritt zeigen',
  failed: 'Die Migration wurde abgelehnt',
};
