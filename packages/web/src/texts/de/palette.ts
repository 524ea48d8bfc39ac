import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const palette: Texts['palette'] = {
  title: 'Seiten, Instanzen und Aktionen finden',
  open: 'Suchen',
  placeholder: 'Schlüssel, Geschäftsschlüssel, Prozess, Aufgabe, Seite oder Aktion',
  found: 'Gefundenes',
  searching: 'Sucht …',
  count: (count) =>
    plural(count, {
      one: '# Eintrag: Enter öffnet, Esc schließt',
      other: '# Einträge: Pfeiltasten wählen, Enter öffnet, Esc schließt',
    }),
  nothing: (text) =>
    text === ''
      ? 'Noch nichts zu zeigen: einen Namen oder Schlüssel eingeben.'
      : `Zu „${text}“ wurde nichts gefunden. Namen findet ein Teil von ihnen, Instanzen ihr Schlüssel oder der Anfang ihres Geschäftsschlüssels.`,
  problem: (reason) => `Der Server konnte nicht gefragt werden: ${reason}`,
  version: (id, version) => `${id}, Version ${version}`,
  instanceOf: (process, key) => `${process}, ${key}`,
  taskOf: (process, assignee) => (assignee === undefined ? `${process}, nicht zugewiesen` : `${process}, ${assignee}`),
  chooseTheme: (theme) => `Farben: ${theme}`,
  chooseLanguage: (language) => `Sprache: ${language}`,
  groups: {
    keys: 'Mit diesem Schlüssel',
    recent: 'Zuletzt',
    actions: 'Auf dieser Seite',
    pages: 'Seiten',
    processes: 'Prozesse',
    decisions: 'Entscheidungen',
    instances: 'Instanzen nach Geschäftsschlüssel',
    tasks: 'Offene Aufgaben',
    settings: 'Einstellungen',
  },
  kinds: {
    page: 'Seite',
    action: 'Aktion',
    setting: 'Einstellung',
    process: 'Prozess',
    processVersion: 'Prozessversion',
    processInstance: 'Prozessinstanz',
    elementInstance: 'Elementinstanz',
    decision: 'Entscheidung',
    decisionVersion: 'Entscheidungsversion',
    decisionInstance: 'Entscheidungsinstanz',
    userTask: 'Aufgabe',
    incident: 'Störung',
    job: 'Job',
    batchOperation: 'Stapelvorgang',
  },
};
