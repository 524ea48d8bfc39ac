import type { Texts } from '../en/index.ts';
import { batchOperations } from './batch-operations.ts';
import { decisions } from './decisions.ts';
import { filterPanel } from './filter-panel.ts';
import { filters } from './filters.ts';
import { instance } from './instance.ts';
import { migration } from './migration.ts';
import { modification } from './modification.ts';
import { operate } from './operate.ts';
import { operationsLog } from './operations-log.ts';
import { palette } from './palette.ts';
import { parts } from './parts.ts';
import { problems } from './problems.ts';
import { processes } from './processes.ts';
import { replay } from './replay.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { tasklist } from './tasklist.ts';
import { variables } from './variables.ts';

/** Alles auf Deutsch. */
export const de: Texts = {
  batchOperations,
  decisions,
  filterPanel,
  filters,
  instance,
  migration,
  modification,
  operate,
  operationsLog,
  palette,
  parts,
  problems,
  processes,
  replay,
  shell,
  states,
  tasklist,
  variables,
};
