import { describe, expect, it } from 'vitest';
import { CommandQueue } from './command-queue.ts';

describe('CommandQueue', () => {
  it('should give items back in order', () => {
    const queue = new CommandQueue<number>(1_000, 1_000);
    const taken: (number | undefined)[] = [];
    for (let item = 0; item < 100; item++) {
      queue.offer(item, 1);
      if (item % 3 === 0) taken.push(queue.take());
    }
    while (queue.length > 0) taken.push(queue.take());
    expect(taken).toEqual(Array.from({ length: 100 }, (_, item) => item));
    expect(queue.take()).toBeUndefined();
    expect(queue.bytes).toBe(0);
  });

  it('should refuse items above its count', () => {
    const queue = new CommandQueue<number>(2, 1_000);
    expect([queue.offer(1, 1), queue.offer(2, 1), queue.offer(3, 1)]).toEqual([true, true, false]);
    queue.take();
    expect(queue.offer(4, 1)).toBe(true);
    expect(queue.takeAll()).toEqual([2, 4]);
  });

  it('should refuse items above its bytes', () => {
    const queue = new CommandQueue<number>(10, 100);
    expect([queue.offer(1, 60), queue.offer(2, 41), queue.offer(3, 40)]).toEqual([true, false, true]);
  });
});
