/** Two ordered sequences of members as one; where both have a member, that of `over` counts. */
export function* mergeMembers<Member extends bigint | string, Row>(
  over: Iterable<readonly [Member, Row]>,
  under: Iterable<readonly [Member, Row]>,
): Generator<readonly [Member, Row]> {
  const upper = over[Symbol.iterator]();
  const lower = under[Symbol.iterator]();
  let above = upper.next();
  let below = lower.next();
  while (!above.done || !below.done) {
    if (below.done || (!above.done && above.value[0] <= below.value[0])) {
      if (above.done) return;
      if (!below.done && above.value[0] === below.value[0]) below = lower.next();
      yield above.value;
      above = upper.next();
    } else {
      yield below.value;
      below = lower.next();
    }
  }
}
