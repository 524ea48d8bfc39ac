import { operate } from './operate.ts';
import { parts } from './parts.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { variables } from './variables.ts';

/** Everything the apps say in English, by the part that says it. */
export const en = { operate, parts, shell, states, variables };

export type Texts = typeof en;
