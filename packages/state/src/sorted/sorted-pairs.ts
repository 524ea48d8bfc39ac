/**
 * A sorted map of a few members kept in one array `[member, row, member, row, …]`.
 * Millions of scopes hold one to eight members each, so what counts is bytes per group.
 */
export type SortedPairs = unknown[];

/** Above this binary search beats walking. */
const LINEAR_LENGTH_MAX = 16;

/** @returns index of the member, or `-1 - index` of where it belongs. */
export function findPair<Member extends bigint | string>(pairs: SortedPairs, member: Member): number {
  const length = pairs.length;
  if (length <= LINEAR_LENGTH_MAX) {
    // From the end: members mostly arrive, and are looked up, in ascending order.
    for (let index = length - 2; index >= 0; index -= 2) {
      const candidate = pairs[index] as Member;
      if (candidate === member) return index;
      if (candidate < member) return -3 - index;
    }
    return -1;
  }
  if ((pairs[length - 2] as Member) < member) return -1 - length;
  let low = 0;
  let high = length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle << 1] as Member) < member) low = middle + 1;
    else high = middle;
  }
  const index = low << 1;
  return pairs[index] === member ? index : -1 - index;
}

/** @returns index of the first member behind `member`; 0 for none given. */
export function indexBehind<Member extends bigint | string>(pairs: SortedPairs, member: Member | undefined): number {
  if (member === undefined) return 0;
  const index = findPair(pairs, member);
  return index < 0 ? -1 - index : index + 2;
}

/** @param index where `findPair` says the new member belongs. */
export function insertPair(pairs: SortedPairs, index: number, member: unknown, row: unknown): void {
  const length = pairs.length;
  pairs.push(member, row);
  if (index === length) return;
  pairs.copyWithin(index + 2, index, length);
  pairs[index] = member;
  pairs[index + 1] = row;
}

export function removePair(pairs: SortedPairs, index: number): void {
  pairs.copyWithin(index, index + 2);
  pairs.length -= 2;
}

/**
 * Two members with room for two more. V8 gives an array that grows by `push` room for 16 more slots; one made shorter
 * keeps its room. Most groups end with two to four members, so this saves 100 bytes for each.
 */
export function pairsOfTwo(pairs: SortedPairs, index: number, member: unknown, row: unknown): SortedPairs {
  const grown: SortedPairs =
    index === 0
      ? [member, row, pairs[0], pairs[1], undefined, undefined, undefined, undefined]
      : [pairs[0], pairs[1], member, row, undefined, undefined, undefined, undefined];
  grown.length = 4;
  return grown;
}
