import type { PaletteSource } from './palette-source.ts';
import { findByBusinessId } from './sources/find-by-business-id.ts';
import { findByKey } from './sources/find-by-key.ts';
import { findDecisions } from './sources/find-decisions.ts';
import { findProcesses } from './sources/find-processes.ts';
import { findTasks } from './sources/find-tasks.ts';

/** What the palette finds on the server, in the order in which it is shown. */
export const paletteSources: readonly PaletteSource[] = [
  findByKey,
  findProcesses,
  findDecisions,
  findByBusinessId,
  findTasks,
];
