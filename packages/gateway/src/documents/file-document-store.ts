/**
 * Documents in a folder.
 *
 *     entries/ab/ab12….json      what is known of a document; its name is the hash of the id, so no id leads elsewhere
 *     contents/cd/cd34…          the content, under a name of its own
 *     expiring/000001767225600/  empty files named like entries, grouped by the hour they expire
 *     incoming/                  contents that are still coming
 *
 * 1. A document is there when its entry is: the entry is linked into place last, flushed before, and only if there is none.
 * 2. What a crash leaves behind are contents without an entry, which nobody reads, and markers without one, which the
 *    clean-up ignores.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange, DocumentEntry } from './document.ts';
import type { DocumentStore } from './document-store.ts';
import { documentExists, documentNotFound } from './errors.ts';
import { expiryGroupOf, hasExpired } from './expiry-group.ts';
import { codeOf, folderUnavailable } from './folder-error.ts';
import { CLEAN_UP_BATCH_MAX, INCOMING_KEPT_MS } from './limits.ts';

interface StoredEntry extends DocumentEntry {
  /** Name of the content's file. */
  readonly content: string;
}

export class FileDocumentStore implements DocumentStore {
  readonly incomingFolder: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.incomingFolder = join(folder, 'incoming');
  }

  async create(entry: DocumentEntry, file: string): Promise<void> {
    const stored: StoredEntry = { ...entry, content: randomBytes(16).toString('hex') };
    const name = entryName(entry.documentId);
    const content = this.#contentPath(stored.content);
    try {
      await moved(file, content);
      if (entry.metadata.expiresAt !== undefined) {
        await written(join(this.#folder, 'expiring', expiryGroupOf(entry.metadata.expiresAt), name), '');
      }
      await this.#publish(name, stored);
    } catch (error) {
      // What cannot be removed lies there unread.
      await rm(content, { force: true }).catch(() => undefined);
      if (codeOf(error) === 'EEXIST') throw documentExists(entry.documentId);
      throw folderUnavailable(error);
    }
  }

  async find(documentId: string): Promise<DocumentEntry | undefined> {
    return this.#load(entryName(documentId));
  }

  async read(documentId: string, range?: ByteRange): Promise<Readable> {
    const stored = await this.#load(entryName(documentId));
    if (stored === undefined) throw documentNotFound(documentId);
    try {
      const file = await open(this.#contentPath(stored.content), 'r');
      return createReadStream('', {
        fd: file,
        ...(range === undefined ? {} : { start: range.first, end: range.last }),
      });
    } catch (error) {
      // Deleted a moment ago.
      if (codeOf(error) === 'ENOENT') throw documentNotFound(documentId);
      throw folderUnavailable(error);
    }
  }

  async delete(documentId: string): Promise<boolean> {
    return this.#remove(entryName(documentId));
  }

  async removeExpired(nowMs: number): Promise<number> {
    await this.#removeForgotten(nowMs);
    let removed = 0;
    const expiring = join(this.#folder, 'expiring');
    for (const group of (await namesIn(expiring)).filter((name) => hasExpired(name, nowMs)).sort()) {
      for (const name of await namesIn(join(expiring, group))) {
        if (removed === CLEAN_UP_BATCH_MAX) return removed;
        const expiresAt = (await this.#load(name))?.metadata.expiresAt;
        // Deleted and made anew under the same id, it may expire later or never.
        if (expiresAt !== undefined && expiresAt <= nowMs && (await this.#remove(name))) removed++;
        await unlink(join(expiring, group, name));
      }
      await rmdir(join(expiring, group));
    }
    return removed;
  }

  /** What a crash left behind of uploads. */
  async #removeForgotten(nowMs: number): Promise<void> {
    for (const name of await namesIn(this.incomingFolder)) {
      const path = join(this.incomingFolder, name);
      // Gone meanwhile: it was an upload that came to its end.
      const changedMs = (await stat(path).catch(() => undefined))?.mtimeMs ?? nowMs;
      if (nowMs - changedMs > INCOMING_KEPT_MS) await rm(path, { force: true });
    }
  }

  async #publish(name: string, stored: StoredEntry): Promise<void> {
    const path = this.#entryPath(name);
    const temporary = join(this.incomingFolder, randomBytes(16).toString('hex'));
    await written(temporary, JSON.stringify(stored));
    try {
      await mkdir(dirname(path), { recursive: true });
      await link(temporary, path);
      await flushFolder(dirname(path));
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async #load(name: string): Promise<StoredEntry | undefined> {
    let text: string;
    try {
      text = await readFile(this.#entryPath(name), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw folderUnavailable(error);
    }
    return JSON.parse(text) as StoredEntry;
  }

  async #remove(name: string): Promise<boolean> {
    const stored = await this.#load(name);
    if (stored === undefined) return false;
    try {
      await unlink(this.#entryPath(name));
      await rm(this.#contentPath(stored.content), { force: true });
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw folderUnavailable(error);
    }
  }

  #entryPath(name: string): string {
    return join(this.#folder, 'entries', name.slice(0, 2), `${name}.json`);
  }

  #contentPath(name: string): string {
    return join(this.#folder, 'contents', name.slice(0, 2), name);
  }
}

function entryName(documentId: string): string {
  return createHash('sha256').update(documentId).digest('hex');
}

async function moved(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await flushFolder(dirname(to));
}

async function written(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name in a folder is durable when the folder is flushed. Windows knows no such thing and needs none. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw folderUnavailable(error);
  }
}
