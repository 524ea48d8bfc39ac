import type { Texts } from '../texts/language.ts';

export interface PageEntry {
  readonly app: 'operate' | 'tasklist';
  readonly to: '/operate' | '/operate/processes' | '/tasklist';
  title(texts: Texts): string;
  /** Whether other pages lie below its address. */
  readonly isExact?: boolean;
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
    app: 'tasklist',
    to: '/tasklist',
    isExact: true,
    title: ({ shell }) => shell.tasklistPages.tasks,
    keys: 'g t',
    keyText: 'goTasklist',
  },
];
