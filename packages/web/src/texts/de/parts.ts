import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const parts: Texts['parts'] = {
  copy: 'Kopieren',
  copyKey: (key) => `${key} kopieren`,
  cancel: 'Abbrechen',
  close: 'Schließen',
  apply: 'Anwenden',
  save: 'Speichern',
  retry: 'Nochmals versuchen',
  loading: 'Lädt …',
  loadMore: 'Mehr laden',
  results: (count, isMore) =>
    isMore
      ? plural(count, { other: 'Mehr als # Ergebnisse' })
      : plural(count, { one: '# Ergebnis', other: '# Ergebnisse' }),
  selected: (count) => plural(count, { other: '# ausgewählt' }),
  selectAllResults: (count) =>
    plural(count, { one: 'Das eine Ergebnis auswählen', other: 'Alle # Ergebnisse auswählen' }),
  clearSelection: 'Auswahl aufheben',
  selectRow: 'Zeile auswählen',
  selectAll: 'Alle auswählen',
  sortBy: (column) => `Nach ${column} sortieren`,
  resize: 'Größe ändern',
  showPane: (name) => `${name} zeigen`,
  problem: 'Etwas ist schiefgegangen',
  unreachable: 'Der Server ist nicht erreichbar',
  unreachableHelp: 'Sobald er antwortet, wird es wieder versucht.',
  forbidden: 'Das dürfen Sie nicht sehen',
  forbiddenHelp: 'Bitten Sie die Verwaltung um die unten genannte Berechtigung.',
  missing: 'Das gibt es nicht',
  missingHelp: 'Es war nie da, oder was davon aufbewahrt wurde, ist gelöscht.',
  tooBusy: 'Der Server ist überlastet',
  details: 'Einzelheiten',
  stale: 'Der Server holt noch auf: Neueres kann fehlen.',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomReset: 'Diagramm einpassen',
  diagram: 'Diagramm',
  diagramFailed: 'Das Diagramm kann nicht gezeichnet werden',
  diagramLaidOut: 'Dieses Modell hat kein Diagramm; es wurde automatisch angeordnet.',
  json: {
    valid: 'Gültiges JSON',
    problem: (expected, found, line, column) =>
      found === ''
        ? `Erwartet: ${expected}; der Text ist hier aber zu Ende (Zeile ${line}, Spalte ${column})`
        : `Erwartet: ${expected}; gefunden: ${found} (Zeile ${line}, Spalte ${column})`,
    expected: {
      value: 'ein Wert',
      propertyName: 'ein Name in doppelten Anführungszeichen',
      colon: '":" nach dem Namen',
      commaOrBrace: '"," oder "}"',
      commaOrBracket: '"," oder "]"',
      end: 'nichts mehr',
      string: "'\"' am Ende des Textwerts",
      escape: 'eines von \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000',
      controlCharacter: 'Steuerzeichen als \\n, \\t oder \\u0000',
      number: 'eine Zahl wie 1, -0.5 oder 1e6',
    },
    items: (count) => plural(count, { one: '[ # Eintrag ]', other: '[ # Einträge ]' }),
    properties: (count) => plural(count, { one: '{ # Eigenschaft }', other: '{ # Eigenschaften }' }),
    more: (count) => plural(count, { other: '# weitere zeigen' }),
    moreCharacters: (count) => plural(count, { one: '# weiteres Zeichen zeigen', other: '# weitere Zeichen zeigen' }),
  },
  search: {
    Find: 'Suchen',
    Replace: 'Ersetzen durch',
    next: 'nächstes',
    previous: 'voriges',
    all: 'alle',
    'match case': 'Groß/klein beachten',
    regexp: 'regulärer Ausdruck',
    'by word': 'ganze Wörter',
    replace: 'ersetzen',
    'replace all': 'alle ersetzen',
    close: 'schließen',
    'Fold line': 'Zuklappen',
    'Unfold line': 'Aufklappen',
    'Go to line': 'Zu Zeile',
    go: 'los',
  },
  none: 'keine',
};
