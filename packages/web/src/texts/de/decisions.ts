import type { Texts } from '../en/index.ts';

export const decisions: Texts['decisions'] = { title: 'Entscheidungen' };
