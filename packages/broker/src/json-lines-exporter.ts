/**
 * Writes records as lines of JSON, to look at or to feed other tools. A crash may leave some records twice, never a
 * torn line.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BrokerError } from './errors.ts';
import type { Exporter, ExporterContext, ExporterController, ExporterDefinition } from './exporter.ts';
import type { RecordView } from './record-view.ts';

/** Lines collected before a write, when the log has more at once. */
const BUFFER_LENGTH_MAX = 1024 * 1024;
const NEWLINE = 0x0a;
const TAIL_BYTES = 64 * 1024;

/**
 * @param configuration.path file to append to; `{partition}` stands for the partition's id and is needed with several
 * partitions. Default: `records.jsonl` in the exporter's folder.
 */
export function jsonLinesExporter(id: string, configuration: { readonly path?: string } = {}): ExporterDefinition {
  return { id, module: import.meta.url, configuration };
}

export function createExporter(): Exporter {
  return new JsonLinesExporter();
}

class JsonLinesExporter implements Exporter {
  #path = '';
  #file: FileHandle | undefined;
  #controller: ExporterController | undefined;
  #lines = '';
  #position = 0;

  configure({ configuration, exporterId, folder, partitionId }: ExporterContext): void {
    const path = configuration.path ?? (folder === undefined ? undefined : join(folder, 'records.jsonl'));
    if (typeof path !== 'string' || path === '') {
      throw new BrokerError(
        'INVALID_OPTION',
        `Expected the exporter "${exporterId}" to have a path to write to, but it has none, and the broker keeps no data folder`,
      );
    }
    this.#path = path.replaceAll('{partition}', String(partitionId));
  }

  async open(controller: ExporterController): Promise<void> {
    this.#controller = controller;
    await mkdir(dirname(this.#path), { recursive: true });
    const file = await open(this.#path, 'a+');
    await cutTornLine(file);
    this.#file = file;
  }

  export(view: RecordView): void | Promise<void> {
    // A record that comes again because the write behind it failed is in the lines already.
    if (view.record.position > this.#position) {
      this.#lines += `${view.toJson()}\n`;
      this.#position = view.record.position;
    }
    if (this.#lines.length >= BUFFER_LENGTH_MAX) return this.flush();
  }

  async flush(): Promise<void> {
    if (this.#lines === '') return;
    const file = this.#file!;
    const { size } = await file.stat();
    try {
      await file.appendFile(this.#lines);
      await file.datasync();
    } catch (error) {
      // Half-written lines would be followed by the same ones at the next try.
      await file.truncate(size);
      throw error;
    }
    this.#lines = '';
    this.#controller!.updateLastExportedPosition(this.#position);
  }

  async close(): Promise<void> {
    if (this.#file === undefined) return;
    try {
      await this.flush();
    } finally {
      await this.#file.close();
    }
  }
}

async function cutTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  let end = size;
  while (end > 0) {
    const start = Math.max(0, end - TAIL_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
    const newline = buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE);
    if (newline >= 0) {
      end = start + newline + 1;
      break;
    }
    end = start;
  }
  if (end < size) await file.truncate(end);
}
