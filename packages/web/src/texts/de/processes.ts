import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const processes: Texts['processes'] = {
  title: 'Prozesse',
  list: 'Prozessinstanzen',
  process: 'Prozess',
  processPlaceholder: 'Alle Prozesse',
  withTenant: (name, tenant) => `${name} (${tenant})`,
  version: 'Version',
  allVersions: 'Alle Versionen',
  versionNumber: (version) => `Version ${version}`,
  versionWithTag: (version, tag) => `Version ${version} (${tag})`,
  element: 'Element',
  elementPlaceholder: 'Alle Elemente',
  state: 'Zustand',
  running: 'Laufend',
  finished: 'Beendet',
  states: {
    active: 'Aktiv',
    incident: 'Störungen',
    suspended: 'Angehalten',
    completed: 'Abgeschlossen',
    canceled: 'Abgebrochen',
  },
  statesAll: 'Kein Zustand gewählt: Instanzen in allen Zuständen werden gezeigt.',
  keys: 'Schlüssel von Prozessinstanzen',
  keysHelp: 'Schlüssel zwischen Leerzeichen, Kommas oder Zeilen',
  keysCount: (count) => plural(count, { other: '# Schlüssel' }),
  businessId: 'Geschäftsschlüssel',
  businessIdHelp: 'Werte zwischen Kommas',
  operator: 'Vergleich',
  value: 'Wert',
  businessIdOperators: {
    equals: 'ist gleich',
    differs: 'ist nicht',
    like: 'enthält oder passt zu * und ?',
    oneOf: 'ist eines von',
    noneOf: 'ist keines von',
    exists: 'ist vorhanden',
    missing: 'fehlt',
  },
  parent: 'Schlüssel der aufrufenden Instanz',
  batch: 'Schlüssel des Stapelvorgangs',
  keyProblem: 'Ein Schlüssel hat bis zu 19 Ziffern.',
  error: 'Fehlermeldung',
  errorHelp: 'Ein Teil davon; mit * oder ? ein Muster der ganzen',
  sameError: 'Gleicher Fehler wie',
  sameErrorUnknown: 'einer der Übersicht',
  retriesLeft: 'Gescheiterter Job mit Versuchen übrig',
  retriesLeftHelp: 'Ein Job ist gescheitert und wird wieder versucht.',
  startDate: 'Beginn',
  endDate: 'Ende',
  tags: 'Schlagwörter',
  tagsHelp: 'Schlagwörter zwischen Kommas; Instanzen haben alle',
  variables: 'Variablen',
  variablesEdit: 'Bedingungen bearbeiten …',
  variablesTitle: 'Instanzen nach Variablen finden',
  variablesHelp: 'Alle Bedingungen einer Gruppe müssen gelten. Von mehreren Gruppen muss eine gelten.',
  variablesSlow: 'Viele Bedingungen zu suchen dauert länger.',
  variableName: 'Variable',
  variableOperators: {
    equals: 'ist gleich',
    differs: 'ist nicht',
    contains: 'enthält oder passt zu * und ?',
    oneOf: 'ist eines von',
    greater: 'ist größer als',
    atLeast: 'ist mindestens',
    less: 'ist kleiner als',
    atMost: 'ist höchstens',
    exists: 'ist vorhanden',
    missing: 'fehlt',
  },
  valueKinds: {
    text: 'Als Text gelesen',
    number: 'Als Zahl gelesen; in Anführungszeichen ist es Text',
    boolean: 'Als wahr oder falsch gelesen; in Anführungszeichen ist es Text',
    null: 'Als „nichts“ gelesen; in Anführungszeichen ist es Text',
    json: 'Als JSON gelesen',
  },
  listHelp: 'Werte zwischen Kommas oder eine JSON-Liste',
  containsHelp:
    'Ein Teil eines Textes oder ein Muster des ganzen mit * und ?. Werte werden bis zu ihren ersten 8.000 Zeichen durchsucht.',
  conditionProblems: {
    name: 'Namen einer Variablen eingeben.',
    value: 'Wert eingeben.',
    number: 'Zahl eingeben.',
  },
  addCondition: 'Bedingung hinzufügen',
  removeCondition: (name) => `Bedingung zu ${name} entfernen`,
  and: 'und',
  or: 'oder',
  addGroup: 'Alternative hinzufügen',
  group: (index) => `Gruppe ${index}`,
  condition: (name, operator, value) => `${name} ${operator} ${value}`,
  chip: (name, value) => `${name}: ${value}`,
  noProcesses: 'Kein Prozess ist bereitgestellt',
  noProcessesHelp:
    'Mit `waggle deploy order.bpmn` einen bereitstellen oder den Server mit `waggle demo` mit Beispielen füllen.',
  landscape: 'Laufende Prozesse',
  landscapeHelp: 'Einen Prozess wählen, um sein Diagramm zu sehen.',
  landscapeMore: (count) => plural(count, { one: '# weiterer Prozess', other: '# weitere Prozesse' }),
  landscapeEmpty: 'Nichts läuft',
  landscapeEmptyHelp: 'Links einen Prozess wählen, um sein Diagramm zu sehen, oder eine Instanz starten.',
  cardCounts: (active, incidents) => `${active} aktiv, ${incidents} mit Störung`,
  severalVersions: (count) => plural(count, { one: '# Version', other: '# Versionen werden zusammen gezeigt' }),
  severalVersionsHelp: 'Ein Diagramm gehört zu einer Version.',
  showNewest: (version) => `Version ${version} zeigen, die neueste`,
  noSuchProcess: 'Diesen Prozess gibt es nicht',
  noSuchProcessHelp: (id) => `Keiner mit der ID ${id} ist bereitgestellt, oder seine Definition wurde gelöscht.`,
  noSuchVersion: (version) => `Es gibt keine Version ${version}`,
  versionTag: 'Versionsbezeichnung',
  draining: 'Läuft aus',
  drainingHelp: 'Sie wurde gelöscht: Neue Instanzen beginnen nicht mehr, mit der letzten verschwindet sie.',
  batchOperations: 'Stapelvorgänge',
  deleteDefinition: 'Diese Version löschen …',
  deleteDefinitionTitle: (name, version) => `Version ${version} von ${name} löschen?`,
  deleteDefinitionText: 'Von ihr kann keine Instanz mehr gestartet werden. Das lässt sich nicht rückgängig machen.',
  deleteDefinitionHistory: 'Auch ihre beendeten Instanzen löschen',
  deleteDefinitionUnderstood: 'Mir ist klar, dass diese Version unwiederbringlich weg ist',
  deletedDefinition: (name, version) => `Version ${version} von ${name} gelöscht`,
  deleteDefinitionFailed: 'Die Definition wurde nicht gelöscht',
  counts: {
    active: (count) => `${count} aktiv`,
    incident: (count) => `${count} mit Störungen`,
    canceled: (count) => `${count} abgebrochen`,
    completed: (count) => `${count} abgeschlossen`,
  },
  columns: {
    name: 'Name',
    key: 'Schlüssel',
    version: 'Version',
    businessId: 'Geschäftsschlüssel',
    parent: 'Aufrufende Instanz',
    start: 'Beginn',
    end: 'Ende',
    tenant: 'Mandant',
  },
  rowActions: (key) => `Aktionen für ${key}`,
  emptyList: 'Keine Instanz passt zu diesen Filtern',
  emptyListHelp: 'Einen Filter wegnehmen oder alle zurücksetzen.',
  emptyAll: 'Noch keine Prozessinstanz',
  emptyAllHelp: 'Instanzen erscheinen hier, sobald eine gestartet wird.',
  actions: {
    retry: 'Wiederholen',
    suspend: 'Anhalten',
    resume: 'Fortsetzen',
    cancel: 'Abbrechen',
    delete: 'Löschen',
    migrate: 'Migrieren …',
    move: 'Token verschieben …',
    retryIncidents: 'Störungen wiederholen',
  },
  actionsAsked: {
    retry: 'Wiederholen',
    suspend: 'Anhalten',
    resume: 'Fortsetzen',
    cancel: 'Instanzen abbrechen',
    delete: 'Löschen',
    move: 'Token verschieben',
  },
  keepRunning: 'Weiterlaufen lassen',
  migrateHelp: 'Zuerst eine Version eines Prozesses wählen.',
  done: {
    retry: 'Störungen werden wiederholt',
    suspend: 'Instanzen werden angehalten',
    resume: 'Instanzen werden fortgesetzt',
    cancel: 'Instanzen werden abgebrochen',
    delete: 'Instanzen werden gelöscht',
    move: 'Token werden verschoben',
  },
  doneOne: {
    suspend: 'Instanz angehalten',
    resume: 'Instanz fortgesetzt',
    cancel: 'Instanz abgebrochen',
    delete: 'Instanz gelöscht',
  },
  failed: {
    retry: 'Die Störungen wurden nicht wiederholt',
    suspend: 'Nicht angehalten',
    resume: 'Nicht fortgesetzt',
    cancel: 'Nicht abgebrochen',
    delete: 'Nicht gelöscht',
    move: 'Die Token wurden nicht verschoben',
  },
  toBatch: 'Fortschritt zeigen',
  toInstance: 'Öffnen',
  ask: {
    retry: (count, isMore) =>
      isMore
        ? plural(count, { other: 'Störungen von mehr als # Instanzen wiederholen?' })
        : plural(count, {
            one: 'Störungen von # Instanz wiederholen?',
            other: 'Störungen von # Instanzen wiederholen?',
          }),
    suspend: (count, isMore) =>
      isMore
        ? plural(count, { other: 'Mehr als # Instanzen anhalten?' })
        : plural(count, { one: '# Instanz anhalten?', other: '# Instanzen anhalten?' }),
    resume: (count, isMore) =>
      isMore
        ? plural(count, { other: 'Mehr als # Instanzen fortsetzen?' })
        : plural(count, { one: '# Instanz fortsetzen?', other: '# Instanzen fortsetzen?' }),
    cancel: (count, isMore) =>
      isMore
        ? plural(count, { other: 'Mehr als # Instanzen abbrechen?' })
        : plural(count, { one: '# Instanz abbrechen?', other: '# Instanzen abbrechen?' }),
    delete: (count, isMore) =>
      isMore
        ? plural(count, { other: 'Mehr als # Instanzen löschen?' })
        : plural(count, { one: '# Instanz löschen?', other: '# Instanzen löschen?' }),
    move: (count, isMore) =>
      isMore
        ? plural(count, { other: 'Token in mehr als # Instanzen verschieben?' })
        : plural(count, { one: 'Token in # Instanz verschieben?', other: 'Token in # Instanzen verschieben?' }),
  },
  askHelp: {
    retry: 'Was gescheitert ist, wird sofort wieder versucht.',
    suspend: 'Sie bleiben stehen, wo sie sind, auch Jobs und Zeitereignisse, bis sie fortgesetzt werden.',
    resume: 'Sie machen weiter, wo sie angehalten wurden.',
    cancel:
      'Sie enden, wo sie sind, samt allen Instanzen, die sie aufgerufen haben. Das lässt sich nicht rückgängig machen.',
    delete: 'Sie und ihre Geschichte verschwinden endgültig. Instanzen, die noch laufen, bleiben.',
    move: (source, target) =>
      `Token bei „${source}“ machen bei „${target}“ weiter. Was bei „${source}“ begonnen wurde, wird abgebrochen.`,
  },
  counting: 'Zählt …',
  nothingFits: {
    retry: 'Keine davon hat eine Störung.',
    suspend: 'Keine davon ist aktiv, oder eine andere Instanz hat sie aufgerufen: Sie werden mit dieser angehalten.',
    resume:
      'Keine davon ist angehalten, oder eine andere Instanz hat sie aufgerufen: Sie werden mit dieser fortgesetzt.',
    cancel: 'Keine davon läuft, oder eine andere Instanz hat sie aufgerufen: Sie werden mit dieser abgebrochen.',
    delete: 'Keine davon ist beendet.',
    move: 'Keine davon hat dort ein Token.',
  },
  leftAlone: (count) =>
    plural(count, {
      one: '# der ausgewählten bleibt, wie sie ist: in einem anderen Zustand, oder von einer anderen Instanz aufgerufen.',
      other:
        '# der ausgewählten bleiben, wie sie sind: in einem anderen Zustand, oder von einer anderen Instanz aufgerufen.',
    }),
  moveSource: 'Das Element anklicken, das Token verlassen sollen.',
  moveTarget: (source) => `Token verlassen „${source}“. Das Element anklicken, bei dem sie weitermachen.`,
  moveRefused: 'Nicht dieses Element.',
  retryKey: 'Störungen der Zeile wiederholen',
};
