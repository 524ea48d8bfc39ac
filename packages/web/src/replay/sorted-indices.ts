/** How many of the indices, which ascend, are at most `index`. */
export function countUpTo(indices: readonly number[], index: number): number {
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (indices[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
