import type { Texts } from '../en/index.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('de');

export const operate: Texts['operate'] = {
  dashboard: {
    title: 'Übersicht',
    running: (count) => plural(count, { one: '# laufende Prozessinstanz', other: '# laufende Prozessinstanzen' }),
    withIncident: 'mit Störung',
    withoutIncident: 'aktiv',
    suspended: 'angehalten',
    incidentsHead: 'Störung',
    activeHead: 'Aktiv',
    countOf: (count, what) => `${count} ${what}`,
    showVersions: (name) => `Versionen von ${name}`,
    showConcerned: (message) => `Prozesse mit: ${message}`,
    byName: 'Prozessinstanzen nach Prozess',
    byError: 'Störungen nach Fehler',
    version: (version) => `Version ${version}`,
    nothingDeployed: 'Es läuft kein Prozess',
    nothingDeployedHelp:
      'Prozesse und ihre Instanzen erscheinen hier, sobald einer gestartet wird. `waggle demo` füllt den Server mit Beispielen.',
    noIncidents: 'Keine Störungen',
    noIncidentsHelp: 'Allem, was läuft, geht es gut.',
    affected: (count) => plural(count, { one: '# Instanz betroffen', other: '# Instanzen betroffen' }),
  },
};
