import { expect, test } from 'vitest';
import type { KeptStorage } from '../../app/browser-storage.ts';
import { DRAFT_LENGTH_MAX, keepDraft, readDraft } from './draft.ts';

class MemoryStorage implements KeptStorage {
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  getItem = (name: string) => this.#items.get(name) ?? null;
  removeItem = (name: string) => void this.#items.delete(name);
  setItem = (name: string, value: string) => this.#items.set(name, value).has(name);
}

test('should keep a draft until it is forgotten', () => {
  // given
  const storage = new MemoryStorage();

  // when
  const isKept = keepDraft('task', { amount: 5 }, storage);

  // then
  expect(isKept).toBe(true);
  expect(readDraft('task', storage)).toEqual({ amount: 5 });
  expect(readDraft('other', storage)).toBeUndefined();
  keepDraft('task', undefined, storage);
  expect(readDraft('task', storage)).toBeUndefined();
});

test('should say that a draft is too long, and keep the one before', () => {
  const storage = new MemoryStorage();
  keepDraft('task', 'before', storage);
  expect(keepDraft('task', 'x'.repeat(DRAFT_LENGTH_MAX), storage)).toBe(false);
  expect(readDraft('task', storage)).toBe('before');
});

test('should forget what it cannot read', () => {
  const storage = new MemoryStorage();
  storage.setItem('waggle.draft.task', '{"amount":');
  expect(readDraft('task', storage)).toBeUndefined();
  expect(storage.length).toBe(0);
});
