/**
 * Consecutive members of one group as they are on disk: all of a small group, a stretch of a huge one.
 *
 * 1. Between `low` (exclusive; `undefined` = the beginning) and `high` (inclusive; `undefined` = the end) it has every
 *    member that is on disk.
 * 2. It knows the disk only; what changed since the last checkpoint lies over it.
 */
import type { StateKey } from '@waggle/engine';
import { findPair, indexBehind, insertPair, removePair, type SortedPairs } from '../sorted/sorted-pairs.ts';
import type { MemberPage } from './disk.ts';
import { rowUnits } from './row-units.ts';

/** Members a window holds at most: inserting moves what is behind, and reading on costs 1 µs a member. */
export const WINDOW_MEMBERS_MAX = 4096;

/** Where reading a window stops being worth it: most groups have fewer members. */
const FIRST_PAGE_MEMBERS = 32;
/** A page further on; whoever gets there walks a huge group. */
const NEXT_PAGE_MEMBERS = 256;

/** @param after reads behind this member. */
export type ReadPage<Member> = (after: Member | undefined, membersMax: number) => MemberPage;

export class GroupWindow<Member extends StateKey, Row> {
  #pairs: SortedPairs;
  #low: Member | undefined;
  #high: Member | undefined;
  #units: number;

  private constructor(pairs: SortedPairs, low: Member | undefined, high: Member | undefined) {
    this.#pairs = pairs;
    this.#low = low;
    this.#high = high;
    this.#units = pairUnits(pairs);
  }

  static read<Member extends StateKey, Row>(
    readPage: ReadPage<Member>,
    after: Member | undefined,
  ): GroupWindow<Member, Row> {
    const page = readPage(after, FIRST_PAGE_MEMBERS);
    return new GroupWindow(page.pairs, after, page.isEnd ? undefined : lastMember<Member>(page.pairs));
  }

  /** Of a group that is on disk exactly as given. */
  static of<Member extends StateKey, Row>(members: Iterable<readonly [Member, Row]>): GroupWindow<Member, Row> {
    const pairs: SortedPairs = [];
    for (const [member, row] of members) {
      if (pairs.length === WINDOW_MEMBERS_MAX * 2) return new GroupWindow(pairs, undefined, lastMember<Member>(pairs));
      pairs.push(member, row);
    }
    return new GroupWindow<Member, Row>(pairs, undefined, undefined);
  }

  /** What it weighs in the cache; an empty one, too, has to be remembered. */
  get units(): number {
    return 1 + this.#units;
  }

  get isWhole(): boolean {
    return this.#low === undefined && this.#high === undefined;
  }

  get isKnownEmpty(): boolean {
    return this.#pairs.length === 0 && this.isWhole;
  }

  covers(member: Member): boolean {
    return (this.#low === undefined || member > this.#low) && (this.#high === undefined || member <= this.#high);
  }

  get(member: Member): Row | undefined {
    const index = findPair(this.#pairs, member);
    return index < 0 ? undefined : (this.#pairs[index + 1] as Row);
  }

  /** Whether reading behind `after` can begin here. */
  canStartBehind(after: Member | undefined): boolean {
    if (this.#low !== undefined && (after === undefined || after < this.#low)) return false;
    return this.#high === undefined || after === undefined || after <= this.#high;
  }

  /** Members behind `after`, reading on where the window ends. @param onGrown called with the weight of what was read. */
  *membersBehind(
    after: Member | undefined,
    readPage: ReadPage<Member>,
    onGrown: (units: number) => void,
  ): Generator<readonly [Member, Row]> {
    let pairs = this.#pairs;
    let high = this.#high;
    let index = indexBehind(pairs, after);
    for (;;) {
      for (; index < pairs.length; index += 2) yield [pairs[index] as Member, pairs[index + 1] as Row];
      if (high === undefined) return;
      // Who visits a group may read it again within, so the window may have moved on meanwhile.
      if (this.#high === high) onGrown(this.#readOn(high, readPage));
      if (!this.canStartBehind(high)) {
        yield* GroupWindow.read<Member, Row>(readPage, high).membersBehind(high, readPage, onGrown);
        return;
      }
      index = indexBehind(this.#pairs, high);
      pairs = this.#pairs;
      high = this.#high;
    }
  }

  /** Visits members of a whole window behind `after` until the visitor returns `false`. */
  forEachOfWhole(visitor: (member: Member, row: Row) => unknown, after: Member | undefined): void {
    const pairs = this.#pairs;
    for (let index = indexBehind(pairs, after); index < pairs.length; index += 2) {
      if (visitor(pairs[index] as Member, pairs[index + 1] as Row) === false) return;
    }
  }

  /** A row that is on disk now. @returns whether further members can be within the window. */
  put(member: Member, row: Row): boolean {
    if (this.#high !== undefined && member > this.#high) return false;
    if (this.#low !== undefined && member <= this.#low) return true;
    const index = findPair(this.#pairs, member);
    if (index >= 0) this.#pairs[index + 1] = row;
    else insertPair(this.#pairs, -1 - index, member, row);
    this.#units += rowUnits(row);
    if (this.#pairs.length > WINDOW_MEMBERS_MAX * 2) this.#cut();
    return true;
  }

  /** A row that is no longer on disk. */
  delete(member: Member): void {
    const index = findPair(this.#pairs, member);
    if (index >= 0) removePair(this.#pairs, index);
  }

  /** Reads the page behind the window: longer, or, when it is long enough, further on. @returns the weight of the page. */
  #readOn(high: Member, readPage: ReadPage<Member>): number {
    const page = readPage(high, NEXT_PAGE_MEMBERS);
    const units = pairUnits(page.pairs);
    if (this.#pairs.length + page.pairs.length > WINDOW_MEMBERS_MAX * 2) {
      this.#pairs = page.pairs;
      this.#low = high;
      this.#units = units;
    } else {
      this.#pairs = this.#pairs.concat(page.pairs);
      this.#units += units;
    }
    this.#high = page.isEnd ? undefined : lastMember<Member>(page.pairs);
    return units;
  }

  /** Back to half of what it may hold, from the beginning, where queues are read. */
  #cut(): void {
    this.#pairs = this.#pairs.slice(0, WINDOW_MEMBERS_MAX);
    this.#high = lastMember<Member>(this.#pairs);
    this.#units = pairUnits(this.#pairs);
  }
}

function lastMember<Member>(pairs: SortedPairs): Member {
  return pairs[pairs.length - 2] as Member;
}

function pairUnits(pairs: SortedPairs): number {
  let units = 0;
  for (let index = 1; index < pairs.length; index += 2) units += rowUnits(pairs[index]);
  return units;
}
