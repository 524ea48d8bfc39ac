import { describe, expect, it } from 'vitest';
import { type CommandSource, FairTurns } from './fair-turns.ts';

function serve(
  turns: FairTurns,
  ready: readonly CommandSource[],
  cost: (source: CommandSource) => number,
  count: number,
) {
  const served: Record<string, number> = {};
  for (let index = 0; index < count; index++) {
    const source = turns.next((candidate) => ready.includes(candidate))!;
    turns.charge(source, cost(source));
    served[source] = (served[source] ?? 0) + 1;
  }
  return served;
}

describe('FairTurns', () => {
  it('should say when nobody has work', () => {
    expect(new FairTurns().next(() => false)).toBeUndefined();
  });

  it('should alternate between sources of equal cost', () => {
    expect(serve(new FairTurns(), ['client', 'backlog'], () => 10, 10)).toEqual({ client: 5, backlog: 5 });
  });

  it('should give cheap commands more turns than expensive ones', () => {
    const served = serve(new FairTurns(), ['client', 'backlog'], (source) => (source === 'backlog' ? 90 : 10), 100);
    expect(served.client).toBe(90);
  });

  it('should not let a source save up turns while it is idle', () => {
    const turns = new FairTurns();
    serve(turns, ['client'], () => 10, 1_000);
    expect(serve(turns, ['client', 'backlog'], () => 10, 10)).toEqual({ client: 5, backlog: 5 });
  });
});
