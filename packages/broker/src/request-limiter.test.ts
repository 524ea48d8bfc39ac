import { describe, expect, it } from 'vitest';
import { RequestLimiter } from './request-limiter.ts';

function complete(limiter: RequestLimiter, count: number, waitMs: number, nowMs: number): void {
  for (let index = 0; index < count; index++) limiter.complete(waitMs, nowMs);
}

describe('RequestLimiter', () => {
  it('should be full at the limit and have room again behind a completion', () => {
    const limiter = new RequestLimiter({ initialLimit: 2 });
    limiter.acquire();
    expect(limiter.isFull).toBe(false);
    limiter.acquire();
    expect(limiter.isFull).toBe(true);
    limiter.complete(1, 0);
    expect(limiter.isFull).toBe(false);
  });

  it('should raise the limit by one per window while half of it is used', () => {
    const limiter = new RequestLimiter({ initialLimit: 10, windowSamples: 5 });
    for (let index = 0; index < 5; index++) limiter.acquire();
    complete(limiter, 5, 1, 0);
    expect(limiter.limit).toBe(11);
  });

  it('should leave the limit alone while less than half of it is used', () => {
    const limiter = new RequestLimiter({ initialLimit: 10, windowSamples: 4 });
    for (let index = 0; index < 4; index++) limiter.acquire();
    complete(limiter, 4, 1, 0);
    expect(limiter.limit).toBe(10);
  });

  it('should lower the limit once for a whole batch that was late', () => {
    const limiter = new RequestLimiter({ initialLimit: 100 });
    for (let index = 0; index < 50; index++) limiter.acquire();
    complete(limiter, 50, 201, 1_000);
    expect(limiter.limit).toBe(90);
  });

  it('should lower it again when it is still late after the wait', () => {
    const limiter = new RequestLimiter({ initialLimit: 100 });
    for (let index = 0; index < 2; index++) limiter.acquire();
    limiter.complete(201, 1_000);
    limiter.complete(201, 1_200);
    expect(limiter.limit).toBe(81);
  });

  it('should not lower it while commands that are never refused exceed it', () => {
    const limiter = new RequestLimiter({ initialLimit: 1 });
    limiter.acquire();
    limiter.acquire();
    limiter.complete(500, 0);
    expect(limiter.limit).toBe(1);
    expect(limiter.inFlight).toBe(1);
  });

  it('should stay within its bounds', () => {
    const limiter = new RequestLimiter({ initialLimit: 2, limitMin: 2, limitMax: 3, windowSamples: 1 });
    for (let nowMs = 0; nowMs < 10; nowMs++) {
      limiter.acquire();
      limiter.acquire();
      complete(limiter, 2, 1, nowMs);
    }
    expect(limiter.limit).toBe(3);
    for (let nowMs = 1_000; nowMs < 10_000; nowMs += 1_000) {
      limiter.acquire();
      limiter.complete(999, nowMs);
    }
    expect(limiter.limit).toBe(2);
  });
});
