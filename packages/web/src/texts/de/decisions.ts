import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');
const format = new Intl.NumberFormat('de');

export const decisions: Texts['decisions'] = {
  title: 'Entscheidungen',
  one: 'Entscheidungsinstanz',
  none: 'Noch keine Entscheidung ausgewertet',
  noneHelp:
    'Wertet eine Geschäftsregelaufgabe oder ein Client eine Entscheidung aus, steht hier, was hineinging und was herauskam.',
  decision: 'Entscheidung',
  keys: 'Schlüssel (Instanz, Auswertung)',
  businessIdHelp: 'order-* oder genau',
  columns: {
    name: 'Name',
    key: 'Entscheidungsinstanz',
    version: 'Version',
    businessId: 'Geschäftsschlüssel',
    tenant: 'Mandant',
    date: 'Ausgewertet',
    processInstance: 'Prozessinstanz',
  },
  notByProcess: 'keine',
  logic: 'Entscheidung',
  list: 'Entscheidungsinstanzen',
  hitPolicies: {
    UNIQUE: 'Unique: Höchstens eine Regel trifft zu',
    FIRST: 'First: Die erste zutreffende Regel gilt',
    ANY: 'Any: Mehrere Regeln dürfen zutreffen, mit gleichen Ausgaben',
    PRIORITY: 'Priority: Von den zutreffenden Regeln gilt die mit der höchsten Ausgabe',
    COLLECT: 'Collect: Die Ausgaben aller zutreffenden Regeln',
    'RULE ORDER': 'Rule order: Die Ausgaben aller zutreffenden Regeln, in der Reihenfolge der Regeln',
    'OUTPUT ORDER': 'Output order: Die Ausgaben aller zutreffenden Regeln, die höchste zuerst',
  },
  tableWhen: 'Wenn',
  tableThen: 'Dann',
  annotation: 'Anmerkung',
  input: 'Eingabe',
  output: 'Ausgabe',
  inputs: 'Eingaben',
  outputs: 'Ausgaben',
  value: 'Wert',
  values: 'Ein- und Ausgaben',
  valuesShort: 'Werte',
  diagramShort: 'Diagramm',
  rule: 'Regel',
  result: 'Ergebnis',
  ruleNumber: (rule) => format.format(rule),
  hit: (hit) => `#${format.format(hit)}`,
  matched: 'Trifft zu',
  matchedAs: (hit) => `Trifft zu, Treffer ${format.format(hit)}`,
  noRules: 'Diese Tabelle hat keine Regeln.',
  showAllRules: (count) => plural(count, { one: 'Die eine Regel zeigen', other: 'Alle # Regeln zeigen' }),
  noLogic: 'Hier steht nicht, wie entschieden wird.',
  noInputs: 'Keine Eingaben',
  noInputsHelp: 'Nur Entscheidungstabellen haben eigene Eingaben; Ausdrücke nehmen die Variablen, die sie nennen.',
  noOutputs: 'Keine Regel traf zu',
  noOutputsTable: 'Keine Ausgaben',
  noOutputsHelp: 'Das Ergebnis kommt aus einem Ausdruck: siehe Ergebnis.',
  failedTitle: 'Die Auswertung ist fehlgeschlagen',
  modelMissing: 'Das Modell dieser Entscheidung wurde gelöscht',
  modelUnreadable: 'Das Modell dieser Entscheidung kann nicht gelesen werden',
  decisionMissing: 'Im Modell gibt es diese Entscheidung nicht mehr',
  requirements: 'Anforderungsdiagramm',
  showRequirements: 'Anforderungsdiagramm zeigen',
  hideRequirements: 'Anforderungsdiagramm verbergen',
  evaluation: 'Auswertung',
  openDefinition: (name, version) => `Alle Instanzen von ${name}, Version ${version}`,
  delete: 'Löschen',
  deleteSelected: (count) =>
    plural(count, { one: '# Entscheidungsinstanz löschen', other: '# Entscheidungsinstanzen löschen' }),
  deleteTitle: (count) =>
    plural(count, { one: '# Entscheidungsinstanz löschen?', other: '# Entscheidungsinstanzen löschen?' }),
  deleteHelp:
    'Mit jeder gehen alle Entscheidungen, die zusammen mit ihr ausgewertet wurden. Das lässt sich nicht rückgängig machen.',
  deleteOneTitle: 'Diese Auswertung löschen?',
  deleteOneHelp: (count) =>
    plural(count, {
      one: 'Was hineinging und was herauskam, wird vergessen. Das lässt sich nicht rückgängig machen.',
      other:
        'Alle # Entscheidungen dieser Auswertung werden vergessen: was hineinging und was herauskam. Das lässt sich nicht rückgängig machen.',
    }),
  deleted: 'Entscheidungsinstanz gelöscht',
  notDeleted: 'Die Entscheidungsinstanz wurde nicht gelöscht',
  deletionStarted: (count) =>
    plural(count, { one: '# Entscheidungsinstanz wird gelöscht', other: '# Entscheidungsinstanzen werden gelöscht' }),
  deletionNotStarted: 'Das Löschen wurde nicht begonnen',
  openBatch: 'Fortschritt ansehen',
  deleteDefinition: 'Definition löschen',
  deleteDefinitionTitle: (name, version) => `„${name}“, Version ${version}, löschen?`,
  deleteDefinitionHelp: (decisions) =>
    `Gelöscht wird das ganze Modell mit seinen Entscheidungen: ${decisions}. Prozesse, die sie aufrufen, geraten in eine Störung. Das lässt sich nicht rückgängig machen.`,
  deleteHistory: 'Auch seine Entscheidungsinstanzen löschen',
  deleteConfirm: 'Dieses Modell soll gelöscht werden',
  definitionDeleted: 'Entscheidungsmodell gelöscht',
  definitionNotDeleted: 'Das Entscheidungsmodell wurde nicht gelöscht',
};
