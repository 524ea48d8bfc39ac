import type { StateKey } from '@waggle/engine';
import { type BPlusTree, createBPlusTree } from './b-plus-tree.ts';
import { compareKeys } from './compare-keys.ts';
import { findPair, indexBehind, insertPair, pairsOfTwo, removePair, type SortedPairs } from './sorted-pairs.ts';

/**
 * Slots (two per member) up to which a group is an array. Inserting in the middle moves what is behind: at 128 slots
 * that costs less than a step down a tree.
 */
const PAIRS_LENGTH_MAX = 128;

type GroupOfRows<Member, Row> = SortedPairs | BPlusTree<Member, Row>;

/**
 * Rows by group and member in memory, members in ascending order.
 *
 * 1. A group without members does not exist.
 * 2. Small groups are flat arrays, those that outgrew them trees until they are empty again.
 * 3. A row is never `undefined`: that means "none".
 */
export class GroupedRows<Group extends StateKey, Member extends StateKey, Row> {
  readonly #groups = new Map<Group, GroupOfRows<Member, Row>>();

  get groupCount(): number {
    return this.#groups.size;
  }

  groups(): Iterable<Group> {
    return this.#groups.keys();
  }

  hasGroup(group: Group): boolean {
    return this.#groups.has(group);
  }

  get(group: Group, member: Member): Row | undefined {
    const rows = this.#groups.get(group);
    if (rows === undefined) return undefined;
    if (!Array.isArray(rows)) return rows.get(member);
    const index = findPair(rows, member);
    return index < 0 ? undefined : (rows[index + 1] as Row);
  }

  /** @returns the row that was there before. */
  put(group: Group, member: Member, row: Row): Row | undefined {
    const rows = this.#groups.get(group);
    if (rows === undefined) {
      this.#groups.set(group, [member, row]);
      return undefined;
    }
    if (!Array.isArray(rows)) {
      const before = rows.get(member);
      rows.set(member, row);
      return before;
    }
    const index = findPair(rows, member);
    if (index >= 0) {
      const before = rows[index + 1] as Row;
      rows[index + 1] = row;
      return before;
    }
    if (rows.length === 2) this.#groups.set(group, pairsOfTwo(rows, -1 - index, member, row));
    else if (rows.length < PAIRS_LENGTH_MAX) insertPair(rows, -1 - index, member, row);
    else this.#groups.set(group, treeOf(rows, member, row));
    return undefined;
  }

  /** @returns the row that was there before. */
  delete(group: Group, member: Member): Row | undefined {
    const rows = this.#groups.get(group);
    if (rows === undefined) return undefined;
    if (!Array.isArray(rows)) {
      const before = rows.get(member);
      if (before === undefined) return undefined;
      rows.delete(member);
      if (rows.size === 0) this.#groups.delete(group);
      return before;
    }
    const index = findPair(rows, member);
    if (index < 0) return undefined;
    const before = rows[index + 1] as Row;
    if (rows.length === 2) this.#groups.delete(group);
    else removePair(rows, index);
    return before;
  }

  /** Visits members behind `after` in ascending order until the visitor returns `false`. @returns whether it never did. */
  forEach(group: Group, visitor: (member: Member, row: Row) => unknown, after?: Member): boolean {
    const rows = this.#groups.get(group);
    if (rows === undefined) return true;
    if (Array.isArray(rows)) {
      for (let index = indexBehind(rows, after); index < rows.length; index += 2) {
        if (visitor(rows[index] as Member, rows[index + 1] as Row) === false) return false;
      }
      return true;
    }
    const reused = [] as unknown as [Member, Row];
    for (const [member, row] of rows.entries(after, reused)) {
      if (after !== undefined && member === after) continue;
      if (visitor(member, row) === false) return false;
    }
    return true;
  }

  /** Members behind `after` one at a time. */
  *membersBehind(group: Group, after: Member | undefined): Generator<readonly [Member, Row]> {
    const rows = this.#groups.get(group);
    if (rows === undefined) return;
    if (Array.isArray(rows)) {
      for (let index = indexBehind(rows, after); index < rows.length; index += 2) {
        yield [rows[index] as Member, rows[index + 1] as Row];
      }
      return;
    }
    for (const pair of rows.entries(after)) if (after === undefined || pair[0] !== after) yield pair;
  }

  /** All rows by group, then member. */
  *entries(): Generator<readonly [Group, Member, Row]> {
    for (const group of [...this.#groups.keys()].sort(compareKeys)) {
      for (const [member, row] of this.membersBehind(group, undefined)) yield [group, member, row];
    }
  }
}

function treeOf<Member extends StateKey, Row>(pairs: SortedPairs, member: Member, row: Row): BPlusTree<Member, Row> {
  const tree = createBPlusTree<Member, Row>(compareKeys);
  for (let index = 0; index < pairs.length; index += 2) tree.set(pairs[index] as Member, pairs[index + 1] as Row);
  tree.set(member, row);
  return tree;
}
