import { keyOf } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { activatedJob, activatedUserTask } from '../../test/scripted-port.ts';
import { activatedJobMessage } from './activated-job-message.ts';
import { gatewayService } from './gateway-definition.ts';
import { splitJobsBySize } from './split-jobs-by-size.ts';

const BYTES_MAX = 4096;

function jobOf(variablesBytes: number, counter = 1n) {
  const variables = `{"a":"${'x'.repeat(variablesBytes - 8)}"}`;
  return activatedJob({
    jobKey: keyOf(1, counter),
    variables,
    customHeaders: { quoted: '"\n'.repeat(20) },
    tags: ['ä'],
    userTask: activatedUserTask({ candidateUsers: ['grüße'.repeat(20)] }),
  });
}

describe('splitJobsBySize', () => {
  it('should keep the order and make each piece as full as it may be', () => {
    // given
    const batch = Array.from({ length: 20 }, (_, index) => jobOf(300, BigInt(index + 1)));

    // when
    const pieces = splitJobsBySize(batch, BYTES_MAX);

    // then
    expect(pieces.flat()).toEqual(batch);
    expect(pieces.length).toBeLessThan(12);
    for (const piece of pieces) {
      const message = { jobs: piece.map(activatedJobMessage) };
      expect(gatewayService.ActivateJobs!.responseSerialize(message).length).toBeLessThanOrEqual(BYTES_MAX);
    }
  });

  it('should give a job that is too large a piece of its own', () => {
    // given
    const [small, large, last] = [jobOf(300, 1n), jobOf(BYTES_MAX, 2n), jobOf(300, 3n)];

    // when
    const pieces = splitJobsBySize([small, large, last], BYTES_MAX);

    // then
    expect(pieces).toEqual([[small], [large], [last]]);
  });

  it('should make nothing of nothing', () => {
    expect(splitJobsBySize([])).toEqual([]);
  });
});
