import type { Texts } from '../texts/language.ts';

export interface PageEntry {
  readonly app: 'operate' | 'tasklist';
  readonly to:
    | '/operate'
    | '/operate/processes'
    | '/operate/decisions'
    | '/operate/batch-operations'
    | '/operate/operations-log'
    | '/tasklist'
    | '/tasklist/processes';
  title(texts: Texts): string;
  /** Whether other pages lie below its address. */
  readonly isExact?: boolean;
  /** Addresses below that are this page all the same. */
  readonly alsoAt?: RegExp;
  readonly keys?: string;
  readonly keyText: keyof Texts['shell']['keyTexts'];
}

/** The pages that one goes to by name: header, keys, palette. */
export const pages: readonly PageEntry[] = [
  {
    app: 'operate',
    to: '/operate',
    isExact: true,
    title: ({ shell }) => shell.operatePages.dashboard,
    keys: 'g o',
    keyText: 'goDashboard',
  },
  {
    app: 'operate',
    to: '/operate/processes',
    title: ({ shell }) => shell.operatePages.processes,
    keys: 'g p',
    keyText: 'goProcesses',
  },
  {
    app: 'operate',
    to: '/operate/decisions',
    title: ({ shell }) => shell.operatePages.decisions,
    keys: 'g d',
    keyText: 'goDecisions',
  },
  {
    app: 'operate',
    to: '/operate/batch-operations',
    title: ({ shell }) => shell.operatePages.batchOperations,
    keys: 'g b',
    keyText: 'goBatchOperations',
  },
  {
    app: 'operate',
    to: '/operate/operations-log',
    title: ({ shell }) => shell.operatePages.operationsLog,
    keys: 'g l',
    keyText: 'goOperationsLog',
  },
  {
    app: 'tasklist',
    to: '/tasklist',
    isExact: true,
    alsoAt: /^\/tasklist\/\d+$/,
    title: ({ shell }) => shell.tasklistPages.tasks,
    keys: 'g t',
    keyText: 'goTasklist',
  },
  {
    app: 'tasklist',
    to: '/tasklist/processes',
    title: ({ shell }) => shell.tasklistPages.processes,
    keys: 'g s',
    keyText: 'goStart',
  },
];
