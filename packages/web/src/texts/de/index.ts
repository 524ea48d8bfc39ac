import type { Texts } from '../en/index.ts';
import { operate } from './operate.ts';
import { parts } from './parts.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { variables } from './variables.ts';

/** Alles auf Deutsch. */
export const de: Texts = { operate, parts, shell, states, variables };
