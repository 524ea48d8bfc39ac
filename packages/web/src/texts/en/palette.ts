import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** The command palette: one field that finds everything. */
export const palette = {
  title: 'Find pages, instances and actions',
  open: 'Search',
  placeholder: 'Key, business id, process, task, page or action',
  found: 'What was found',
  searching: 'Searching …',
  count: (count: number) =>
    plural(count, {
      one: '# entry: Enter opens it, Esc closes',
      other: '# entries: arrow keys move, Enter opens, Esc closes',
    }),
  nothing: (text: string) =>
    text === ''
      ? 'Nothing to show yet: type a name or a key.'
      : `Nothing was found for “${text}”. Names are found by a part of them, instances by key or the beginning of their business id.`,
  problem: (reason: string) => `The server could not be asked: ${reason}`,
  version: (id: string, version: number) => `${id}, version ${version}`,
  instanceOf: (process: string, key: string) => `${process}, ${key}`,
  taskOf: (process: string, assignee: string | undefined) =>
    assignee === undefined ? `${process}, unassigned` : `${process}, ${assignee}`,
  chooseTheme: (theme: string) => `Theme: ${theme}`,
  chooseLanguage: (language: string) => `Language: ${language}`,
  groups: {
    keys: 'With this key',
    recent: 'Recent',
    actions: 'On this page',
    pages: 'Pages',
    processes: 'Processes',
    decisions: 'Decisions',
    instances: 'Instances by business id',
    tasks: 'Open tasks',
    settings: 'Settings',
  },
  kinds: {
    page: 'Page',
    action: 'Action',
    setting: 'Setting',
    process: 'Process',
    processVersion: 'Process version',
    processInstance: 'Process instance',
    elementInstance: 'Element instance',
    decision: 'Decision',
    decisionVersion: 'Decision version',
    decisionInstance: 'Decision instance',
    userTask: 'User task',
    incident: 'Incident',
    job: 'Job',
    batchOperation: 'Batch operation',
  },
};
