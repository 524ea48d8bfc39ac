/**
 * The few things a log asks of a disk, so that tests can pull the plug: a simulated disk loses what was not synced.
 * All names are plain names inside the one folder a disk stands for. Rejections are Node's system errors (`code`).
 */
export interface Disk {
  /** Where it is, for messages. */
  readonly folder: string;
  /** Names of the files in the folder. */
  list(): Promise<string[]>;
  open(name: string): Promise<DiskFile>;
  /** A new, empty file; an existing one of that name is emptied. */
  create(name: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Makes creations, renames and removals durable. */
  syncFolder(): Promise<void>;
}

export interface DiskFile {
  size(): Promise<number>;
  /** Fills `buffer` from `offset` on. @returns bytes read: fewer than the buffer's only at the end of the file. */
  read(buffer: Uint8Array, offset: number): Promise<number>;
  /** Writes all of `buffer` at `offset`; after a rejection any part of it may be written. */
  write(buffer: Uint8Array, offset: number): Promise<void>;
  /** Makes content and size durable. */
  sync(): Promise<void>;
  close(): Promise<void>;
}
