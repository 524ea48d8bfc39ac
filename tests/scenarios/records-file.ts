/** The records of a running server, as its JSON-lines exporter writes them, read on from where it was left. */
import { open } from 'node:fs/promises';
import { type ObservedRecord, observedRecord } from './observed-record.ts';

const PARTITION = '{partition}';
/** Read at a time. */
const CHUNK_BYTES = 1024 * 1024;

export class RecordsFile {
  readonly #paths: readonly string[];
  /** Bytes of whole lines read of each file. */
  readonly #offsets: number[];

  /** @param path may hold `{partition}`, as the exporter's option. */
  constructor(path: string, partitionCount: number) {
    this.#paths = path.includes(PARTITION)
      ? Array.from({ length: partitionCount }, (_, index) => path.replace(PARTITION, String(index + 1)))
      : [path];
    this.#offsets = this.#paths.map(() => 0);
  }

  /** Reads one after the other: two at once would read the same bytes. */
  #last: Promise<unknown> = Promise.resolve();

  /** Records that came since the last call. */
  take(): Promise<readonly ObservedRecord[]> {
    const taken = this.#last.then(() => this.#take());
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  async #take(): Promise<readonly ObservedRecord[]> {
    const records: ObservedRecord[] = [];
    for (const [index, path] of this.#paths.entries()) {
      const text = await readFrom(path, this.#offsets[index] ?? 0);
      // The last line may be under way.
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      this.#offsets[index] = (this.#offsets[index] ?? 0) + Buffer.byteLength(whole);
      for (const line of whole.split('\n')) if (line !== '') records.push(observedRecord(line));
    }
    return records;
  }
}

async function readFrom(path: string, offset: number): Promise<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    // Until the server has written something there is no file.
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return '';
  try {
    const chunks: Buffer[] = [];
    for (let position = offset; ; ) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, position);
      if (bytesRead === 0) return Buffer.concat(chunks).toString('utf8');
      chunks.push(buffer.subarray(0, bytesRead));
      position += bytesRead;
    }
  } finally {
    await file.close();
  }
}
