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
  none: 'keine',
};
