/** Reads every BPMN file of a folder as a deployment would, and tells what came of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ModelFinding, parseBpmn } from '@waggle/bpmn';
import { compileExpression } from '@waggle/feel';

export type CorpusResult =
  | { readonly file: string; readonly outcome: 'accepted'; readonly processes: readonly string[] }
  | { readonly file: string; readonly outcome: 'refused'; readonly findings: readonly ModelFinding[] }
  /** The reader threw, which it never may, or the file could not be read at all. */
  | { readonly file: string; readonly outcome: 'crashed'; readonly error: Error };

export interface CorpusOptions {
  /** Takes every process for executable, so that drawings are looked into rather than refused as a whole. */
  readonly asExecutable?: boolean;
}

/**
 * @param folder searched with all folders inside; paths in the results are relative to it.
 * @returns one result for each file with the ending `.bpmn`, ordered by path.
 */
export function* checkCorpus(folder: string, options: CorpusOptions = {}): Generator<CorpusResult> {
  for (const file of bpmnFilesIn(folder)) yield checkFile(folder, file, options);
}

function bpmnFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.bpmn'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function checkFile(folder: string, file: string, { asExecutable = false }: CorpusOptions): CorpusResult {
  try {
    const xml = textOf(readFileSync(join(folder, file)));
    const result = parseBpmn(asExecutable ? markExecutable(xml) : xml, { resourceName: file, checkExpression });
    return result.ok
      ? { file, outcome: 'accepted', processes: result.model.processes.map(({ id }) => id) }
      : { file, outcome: 'refused', findings: result.findings };
  } catch (error) {
    return { file, outcome: 'crashed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Some editors write UTF-16, which they mark at the beginning of the file. */
function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function markExecutable(xml: string): string {
  return xml.replace(/<((?:\w+:)?process)\b([^>]*?)(\/?)>/g, (_tag, name: string, attributes: string, end: string) => {
    const others = attributes.replace(/\sisExecutable\s*=\s*("[^"]*"|'[^']*')/, '');
    return `<${name}${others} isExecutable="true"${end}>`;
  });
}

function checkExpression(feel: string): string | undefined {
  const result = compileExpression(feel);
  return result.ok ? undefined : result.message;
}
