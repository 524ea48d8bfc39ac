import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const modification: Texts['modification'] = {
  title: 'Modifikation',
  idle: 'Ein Element wählen, um Token hinzuzufügen, zu verschieben oder abzubrechen. Vor dem Anwenden geschieht nichts.',
  planned: (count) =>
    plural(count, {
      one: '# Änderung geplant. Vor dem Anwenden geschieht nichts.',
      other: '# Änderungen geplant. Vor dem Anwenden geschieht nichts.',
    }),
  moving: (count, name) =>
    plural(count, {
      one: `Wählen, wohin # Token von „${name}“ geht. Escape beendet.`,
      other: `Wählen, wohin # Token von „${name}“ gehen. Escape beendet.`,
    }),
  refused: (name, reason) => `„${name}“ ist nicht wählbar: ${reason}`,
  refusal: {
    startEvent: 'Auf Startereignisse lässt sich kein Token setzen.',
    boundaryEvent: 'Auf Ereignisse am Rand einer Aktivität lässt sich kein Token setzen.',
    behindEventBasedGateway:
      'Das Ereignis gehört zu einem ereignisbasierten Gateway; das Token gehört auf das Gateway.',
    insideClosedLoop:
      'Es liegt in einer Schleife, die nicht läuft, und von Hand lässt sich einer Schleife nichts hinzufügen.',
  },
  finished: 'Nur laufende Instanzen lassen sich ändern.',
  modelFailed: 'Das Modell dieser Version ist nicht lesbar; daher ist unbekannt, wohin Token gehen dürfen.',
  leave: 'Verlassen, Plan behalten',
  stopMoving: 'Nicht verschieben',
  undo: 'Rückgängig',
  discard: 'Alles verwerfen',
  discarded: 'Der Plan wurde verworfen',
  review: (count) => (count === 0 ? 'Prüfen und anwenden' : `Prüfen und anwenden (${count})`),
  notKept: 'Der Plan ist zu groß, um ein Neuladen der Seite zu überstehen.',
  outdated: (count) =>
    plural(count, {
      one: 'Die Instanz hat sich inzwischen geändert: # geplante Änderung passt nicht mehr.',
      other: 'Die Instanz hat sich inzwischen geändert: # geplante Änderungen passen nicht mehr.',
    }),
  panes: { diagram: 'Diagramm', tokens: 'Token', element: 'Element' },
  tokens: 'Laufende Token',
  tokensMore: 'Mehr zeigen',
  tokensEmpty: 'Hier läuft nichts',
  open: 'Aufklappen',
  fold: 'Zuklappen',
  newToken: (name) => `Neu: ${name}`,
  newTokens: (count, name) => plural(count, { one: `Neu: ${name}`, other: `Neu: # × ${name}` }),
  willEnd: 'wird abgebrochen',
  willMove: (name) => `geht zu ${name}`,
  element: 'Element',
  elementPlaceholder: 'Name oder Id',
  elementHelp: 'Ein Element im Diagramm, in der Liste der Token oder hier wählen.',
  tokenCount: (count) => plural(count, { one: '# Token', other: '# Token' }),
  actions: 'Was geschehen soll',
  add: 'Token hinzufügen',
  moveAll: (count) => plural(count, { one: 'Token verschieben', other: 'Alle # Token verschieben' }),
  cancelAll: (count) => plural(count, { one: 'Token abbrechen', other: 'Alle # Token abbrechen' }),
  moveOne: 'Dieses Token verschieben',
  cancelOne: 'Dieses Token abbrechen',
  singlePlanned: 'Für einzelne Token ist schon etwas geplant: die anderen einzeln verschieben.',
  keyTexts: {
    add: 'Ein Token hinzufügen',
    move: 'Die Token verschieben',
    cancel: 'Die Token abbrechen',
    undo: 'Letzten Schritt rückgängig machen',
  },
  tokensOf: (name) => `Token bei ${name}`,
  processVariables: 'Variablen der Prozessinstanz',
  scopeVariables: (name) => `Variablen von ${name}`,
  tokenVariables: 'Variablen am Anfang',
  tokenVariablesHelp: 'Nur für das neue Token gesetzt, oder für den Bereich, der dafür geöffnet wird.',
  inScope: 'Gesetzt in',
  which: (name) => `In welchem „${name}“?`,
  whichHelp: 'Es laufen mehrere. Wählen, in welches das Token geht.',
  whichStarted: (time) => `Begonnen ${time}`,
  whichItem: (item) => `Durchlauf ${item}`,
  whichAnother: (name) => `Ein weiteres „${name}“ öffnen`,
  whichMore: (count) => `Nur die ersten ${count} sind aufgeführt. Sonst ein Token darin wählen.`,
  notAsked: 'Es ist unbekannt, wohin das Token gehen kann',
  reviewTitle: 'Änderungen prüfen',
  reviewHelp: 'Sie werden alle zusammen ausgeführt oder gar nicht.',
  reviewVariablesFirst:
    'Variablen laufender Bereiche werden zuerst gesetzt, ein Bereich nach dem anderen. Sie bleiben gesetzt, wenn der Rest abgelehnt wird.',
  stepAdd: (name) => `Ein Token bei ${name} hinzufügen`,
  stepCancel: (count, name) =>
    plural(count, { one: `# Token bei ${name} abbrechen`, other: `# Token bei ${name} abbrechen` }),
  stepMove: (count, source, target) =>
    plural(count, {
      one: `# Token von ${source} nach ${target} verschieben`,
      other: `# Token von ${source} nach ${target} verschieben`,
    }),
  stepVariable: (name, scope) => `Die Variable ${name} von ${scope} ändern`,
  stepNewVariable: (name, scope) => `Die Variable ${name} zu ${scope} hinzufügen`,
  opens: (names) => `Öffnet ${names}`,
  tokenVariable: (name, scope) => `${name}, in ${scope}`,
  delete: 'Aus dem Plan nehmen',
  warning: {
    tokenGone: 'Das Token ist nicht mehr da.',
    scopeGone: 'Der Bereich, in den es geht, ist beendet.',
    countChanged: (count) => plural(count, { one: 'Jetzt ist # Token da.', other: 'Jetzt sind # Token da.' }),
    invalid: 'Der Wert ist kein JSON.',
  },
  endsInstance: 'Es bleibt kein Token: Die Prozessinstanz wird abgebrochen.',
  endsCalled:
    'Es bleibt kein Token, und diese Instanz wurde von einer anderen aufgerufen, die ewig warten würde. Stattdessen die aufrufende Instanz ändern.',
  apply: 'Anwenden',
  applying: 'Wird angewendet …',
  applied: (count) => plural(count, { one: '# Änderung angewendet', other: '# Änderungen angewendet' }),
  refusedTitle: 'Es wurde nichts geändert',
  refusedAfterVariables: 'Es wurden nur Variablen geändert',
};
