import { readFile } from 'node:fs/promises';
import type { ExportingMode } from '@waggle/protocol';
import { BrokerError } from './errors.ts';
import { replaceFile } from './replace-file.ts';

const modes: readonly ExportingMode[] = ['exporting', 'paused', 'softPaused'];

/** @returns what an operator set last; `exporting` when nobody did. @throws {BrokerError} INVALID_OPTION: another text is in the file. */
export async function readExportingMode(path: string): Promise<ExportingMode> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'exporting';
    throw error;
  }
  const mode = modes.find((known) => text.trim() === JSON.stringify({ mode: known }));
  if (mode !== undefined) return mode;
  throw new BrokerError(
    'INVALID_OPTION',
    `Expected ${path} to hold {"mode":…} with one of ${modes.join(', ')}, but it does not. Remove it to export again`,
  );
}

/** Durable when resolved. */
export function writeExportingMode(path: string, mode: ExportingMode): Promise<void> {
  return replaceFile(path, `${JSON.stringify({ mode })}\n`);
}
