/**
 * Keeps the next segment's file ready, so that a roll waits for no more than a header.
 *
 * Zeros are really written: space that is merely reserved would make each sync write the file's metadata too, which
 * doubles its time, and could still run out. A disk that is full shows here, before a batch depends on it.
 */
import { PREPARE_STEP_BYTES } from '../limits.ts';
import type { Disk, DiskFile } from './disk.ts';

export const SPARE_NAME = 'spare';
/** Half prepared, or a large segment of its own under way: worthless after a crash. */
export const PREPARING_NAME = 'spare.preparing';

const ZEROS = Buffer.alloc(1024 * 1024);

export class SpareSegment {
  readonly #disk: Disk;
  readonly #fileBytes: number;
  #ready: Promise<DiskFile> | undefined;
  #isClosed = false;

  constructor(disk: Disk, fileBytes: number) {
    this.#disk = disk;
    this.#fileBytes = fileBytes;
  }

  /** Starts preparing in the background unless it is under way. A failure shows when the segment is taken. */
  prepare(): void {
    if (this.#ready || this.#isClosed) return;
    this.#ready = this.#prepareOrFind();
    this.#ready.catch(() => {});
  }

  /**
   * @returns a file of zeros, to be renamed by the caller: of the usual size, or larger when `bytesMin` asks for it.
   * @throws the disk's error. A failure in the background is tried once more: space may have been freed since.
   */
  async take(bytesMin: number): Promise<{ name: string; file: DiskFile; fileBytes: number }> {
    if (bytesMin > this.#fileBytes) {
      // The spare uses the same name while it is prepared, and stays for later.
      await this.#ready?.catch(() => {});
      return { name: PREPARING_NAME, file: await this.#fill(bytesMin), fileBytes: bytesMin };
    }
    this.prepare();
    const file = await this.#ready?.catch(() => this.#prepareOrFind());
    this.#ready = undefined;
    if (!file) throw new Error('Expected an open log, but it was closed while a segment was prepared.');
    return { name: SPARE_NAME, file, fileBytes: this.#fileBytes };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const file = await this.#ready?.catch(() => undefined);
    await file?.close();
  }

  async #prepareOrFind(): Promise<DiskFile> {
    const found = await this.#find();
    if (found) return found;
    const file = await this.#fill(this.#fileBytes);
    await this.#disk.rename(PREPARING_NAME, SPARE_NAME);
    return file;
  }

  /** The spare an earlier run left behind; one of another size was made for another configuration. */
  async #find(): Promise<DiskFile | undefined> {
    if (!(await this.#disk.list()).includes(SPARE_NAME)) return undefined;
    const file = await this.#disk.open(SPARE_NAME);
    if ((await file.size()) === this.#fileBytes) return file;
    await file.close();
    await this.#disk.remove(SPARE_NAME);
    return undefined;
  }

  async #fill(fileBytes: number): Promise<DiskFile> {
    const file = await this.#disk.create(PREPARING_NAME);
    try {
      for (let offset = 0; offset < fileBytes; offset += ZEROS.length) {
        if (this.#isClosed) throw new Error('Expected to prepare a segment, but the log was closed.');
        await file.write(ZEROS.subarray(0, Math.min(ZEROS.length, fileBytes - offset)), offset);
        if ((offset + ZEROS.length) % PREPARE_STEP_BYTES === 0) await file.sync();
      }
      await file.sync();
      return file;
    } catch (error) {
      await file.close();
      // Gives its space back: the reason is usually a full disk. What cannot be removed now goes at the next opening.
      await this.#disk.remove(PREPARING_NAME).catch(() => {});
      throw error;
    }
  }
}
