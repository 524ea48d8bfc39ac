/** Chance that can be repeated: the same seeds give the same sequence, on every machine. */
export interface SeededRandom {
  /** @returns a whole number, both bounds included. */
  integer(min: number, max: number): number;
  /** @param of a probability between 0 and 1. */
  chance(of: number): boolean;
  /** @param list not empty. */
  pick<T>(list: readonly T[]): T;
}

/** @param seeds whole numbers; a second one makes sequences of their own, for example one for each instance. */
export function seededRandom(...seeds: readonly number[]): SeededRandom {
  let state = seeds.reduce((mixed, seed) => scramble(mixed ^ scramble(seed + 0x9e3779b9)), 0);
  const fraction = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return (scramble(state) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  return {
    integer,
    chance: (of) => fraction() < of,
    pick: (list) => list[integer(0, list.length - 1)] as (typeof list)[number],
  };
}

/** Spreads the bits of a 32-bit number, so that neighbours have nothing in common. */
function scramble(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
}
