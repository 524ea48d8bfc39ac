import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** Operate, page by page. */
export const operate = {
  dashboard: {
    title: 'Dashboard',
    running: (count: number) =>
      plural(count, { one: '# running process instance', other: '# running process instances' }),
    withIncident: 'with an incident',
    withoutIncident: 'active',
    suspended: 'suspended',
    incidentsHead: 'Incident',
    activeHead: 'Active',
    countOf: (count: string, what: string) => `${count} ${what}`,
    showVersions: (name: string) => `Versions of ${name}`,
    showConcerned: (message: string) => `Processes with: ${message}`,
    byName: 'Process instances by process',
    byError: 'Incidents by error',
    version: (version: number) => `Version ${version}`,
    nothingDeployed: 'No process is running',
    nothingDeployedHelp:
      'Processes and their instances appear here as soon as one is started. `waggle demo` fills the server with examples.',
    noIncidents: 'No incidents',
    noIncidentsHelp: 'Everything that runs is healthy.',
    affected: (count: number) => plural(count, { one: '# instance affected', other: '# instances affected' }),
  },
};
