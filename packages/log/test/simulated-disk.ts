/**
 * A disk in memory that loses power. Unlike a file system under test it forgets: what was written but not synced
 * survives sector by sector as chance has it, names as a prefix of their journal, and a sync that failed once leaves its
 * data visible to readers yet gone after the power cut.
 */
import type { Disk, DiskFile } from '../src/file/disk.ts';

const SECTOR_BYTES = 512;

export type DiskOperation = 'create' | 'read' | 'write' | 'sync' | 'rename' | 'remove' | 'syncFolder';
export type Fault = 'EIO' | 'ENOSPC' | undefined;
export type Random = () => number;

interface Inode {
  /** What readers see. */
  content: Buffer;
  /** What is on the device. */
  durable: Buffer;
  unsynced: Set<number>;
}

export class SimulatedDisk implements Disk {
  readonly folder = 'simulated';
  /** Asked before each operation; its answer makes the operation fail. */
  fault: (operation: DiskOperation, name: string) => Fault = () => undefined;
  /** Operations until the machine stops: that one happens in part, none returns any more. */
  operationsLeft = Infinity;
  readonly #random: Random;
  #names = new Map<string, Inode>();
  #durableNames = new Map<string, Inode>();
  #journal: ((names: Map<string, Inode>) => void)[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** The disk as the next start finds it when only the process died. */
  afterKill(): SimulatedDisk {
    return this.#copy((inode) => inode, this.#names);
  }

  /** The disk as the next start finds it when the power went. */
  afterPowerLoss(): SimulatedDisk {
    const names = new Map(this.#durableNames);
    const applied = Math.floor(this.#random() * (this.#journal.length + 1));
    for (const change of this.#journal.slice(0, applied)) change(names);
    const share = this.#random() < 0.3 ? 1 : this.#random();
    return this.#copy((inode) => {
      const isGrown = this.#random() < 0.5;
      const durable = Buffer.alloc(isGrown ? inode.content.length : inode.durable.length);
      inode.durable.copy(durable);
      for (const sector of inode.unsynced) {
        if (this.#random() >= share) continue;
        const start = sector * SECTOR_BYTES;
        inode.content.copy(durable, start, start, Math.min(start + SECTOR_BYTES, durable.length));
      }
      return { content: Buffer.from(durable), durable, unsynced: new Set() };
    }, names);
  }

  async list(): Promise<string[]> {
    return [...this.#names.keys()];
  }

  async open(name: string): Promise<DiskFile> {
    const inode = this.#names.get(name);
    if (!inode) throw Object.assign(new Error(`ENOENT: ${name}`), { code: 'ENOENT' });
    return this.#file(name, inode);
  }

  async create(name: string): Promise<DiskFile> {
    await this.#start('create', name);
    const inode: Inode = { content: Buffer.alloc(0), durable: Buffer.alloc(0), unsynced: new Set() };
    this.#change((names) => names.set(name, inode));
    return this.#file(name, inode);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#start('rename', from);
    this.#change((names) => {
      names.set(to, names.get(from)!);
      names.delete(from);
    });
  }

  async remove(name: string): Promise<void> {
    await this.#start('remove', name);
    this.#change((names) => names.delete(name));
  }

  async syncFolder(): Promise<void> {
    await this.#start('syncFolder', '.');
    for (const change of this.#journal) change(this.#durableNames);
    this.#journal = [];
  }

  #file(name: string, inode: Inode): DiskFile {
    return {
      size: async () => inode.content.length,
      read: async (buffer, offset) => {
        await this.#start('read', name);
        return inode.content.copy(buffer, 0, offset);
      },
      write: async (buffer, offset) => {
        const bytes = Buffer.from(buffer);
        const partly = () => put(inode, bytes.subarray(0, Math.floor(this.#random() * (bytes.length + 1))), offset);
        await this.#start('write', name, partly);
        put(inode, bytes, offset);
      },
      sync: async () => {
        // Gives up the pages, as kernels do: a second sync would succeed without them.
        await this.#start('sync', name, () => {
          if (this.operationsLeft > 0) inode.unsynced.clear();
        });
        const durable = Buffer.alloc(inode.content.length);
        inode.durable.copy(durable);
        for (const sector of inode.unsynced) {
          inode.content.copy(durable, sector * SECTOR_BYTES, sector * SECTOR_BYTES, (sector + 1) * SECTOR_BYTES);
        }
        inode.durable = durable;
        inode.unsynced.clear();
      },
      close: async () => {},
    };
  }

  async #start(operation: DiskOperation, name: string, onFailure: () => void = () => {}): Promise<void> {
    // Reads and writes of a real disk take turns with the caller, so these do too.
    await Promise.resolve();
    if (this.operationsLeft <= 0 || --this.operationsLeft === 0) {
      if (this.operationsLeft === 0) onFailure();
      this.operationsLeft = -1;
      return new Promise(() => {});
    }
    const code = this.fault(operation, name);
    if (!code) return;
    onFailure();
    throw Object.assign(new Error(`${code}: simulated ${operation} of ${name}`), { code });
  }

  #change(change: (names: Map<string, Inode>) => void): void {
    change(this.#names);
    this.#journal.push(change);
  }

  #copy(survive: (inode: Inode) => Inode, names: Map<string, Inode>): SimulatedDisk {
    const copies = new Map<Inode, Inode>();
    const copyOf = (inode: Inode) => {
      const { content, durable, unsynced } = survive(inode);
      const copy = { content: Buffer.from(content), durable: Buffer.from(durable), unsynced: new Set(unsynced) };
      if (!copies.has(inode)) copies.set(inode, copy);
      return copies.get(inode)!;
    };
    const disk = new SimulatedDisk(this.#random);
    for (const [name, inode] of names) disk.#names.set(name, copyOf(inode));
    // What the directory's journal had not written yet is taken as written: the interesting losses are those of data.
    disk.#durableNames = new Map(disk.#names);
    return disk;
  }
}

function put(inode: Inode, bytes: Buffer, offset: number): void {
  const end = offset + bytes.length;
  if (end > inode.content.length) {
    const grown = Buffer.alloc(end);
    inode.content.copy(grown);
    inode.content = grown;
  }
  bytes.copy(inode.content, offset);
  for (let sector = Math.floor(offset / SECTOR_BYTES); sector * SECTOR_BYTES < end; sector++)
    inode.unsynced.add(sector);
}

/** Reproducible numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
