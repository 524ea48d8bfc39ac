import {
  type ActivatedJob,
  JobBatchIntent,
  JobIntent,
  keyOf,
  PartitionError,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activatedJob, eventResponse, rejectionResponse, ScriptedPort } from '../../test/scripted-port.ts';
import { JOBS_PER_ACTIVATION_MAX, type JobActivation } from './job-activation.ts';
import { JobActivator, WAITING_ACTIVATIONS_MAX } from './job-activator.ts';

const request: JobActivation = {
  type: 'pay',
  worker: 'w',
  timeoutMs: 60_000,
  maxJobs: 10,
  fetchVariables: [],
  tenantIds: ['<default>'],
  withLease: false,
  requestTimeoutMs: 0,
};

function jobs(count: number, partitionId = 1): ActivatedJob[] {
  return Array.from({ length: count }, (_, index) => activatedJob({ jobKey: keyOf(partitionId, BigInt(index + 1)) }));
}

/** A worker's request: what it got, and how it ended. */
class Poller {
  readonly taken: ActivatedJob[] = [];
  readonly gone = new AbortController();
  readonly ended: Promise<string>;
  end = 'waiting';

  constructor(activator: JobActivator, parts: Partial<JobActivation> = {}) {
    this.ended = activator
      .activate({ ...request, ...parts }, { signal: this.gone.signal, take: (batch) => void this.taken.push(...batch) })
      .then(
        () => 'done',
        (error: Error) => error.message,
      )
      .then((end) => {
        this.end = end;
        return end;
      });
  }
}

/** Lets everything that needs no time happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

const looks = (port: ScriptedPort) => port.commands(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE).length;
const yields = (port: ScriptedPort) => port.commands(ValueType.JOB, JobIntent.YIELD).map((command) => command.key);

describe('JobActivator', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  describe('looking for jobs', () => {
    it('should collect jobs over all partitions until the request is full', async () => {
      // given
      const port = new ScriptedPort(3);
      for (const partitionId of port.partitionIds) port.addJobs(partitionId, ...jobs(4, partitionId));

      // when
      const poller = new Poller(new JobActivator(port));
      await settle();

      // then
      expect(poller.end).toBe('done');
      expect(poller.taken).toHaveLength(10);
      expect(port.sent.map(({ partitionId, command }) => [partitionId, command.value])).toMatchObject([
        [1, { maxJobsToActivate: 10, type: 'pay', worker: 'w', timeout: 60_000, tenantIds: ['<default>'] }],
        [2, { maxJobsToActivate: 6 }],
        [3, { maxJobsToActivate: 2 }],
      ]);
    });

    it('should begin at another partition with each request', async () => {
      // given
      const port = new ScriptedPort(3);
      const activator = new JobActivator(port);

      // when
      for (let count = 0; count < 3; count++) await new Poller(activator, { requestTimeoutMs: -1 }).ended;

      // then
      expect([0, 3, 6].map((index) => port.sent[index]?.partitionId)).toEqual([1, 2, 3]);
    });

    it('should ask a partition again while it has more than one message holds', async () => {
      // given
      const port = new ScriptedPort();
      const [first, second] = jobs(2);
      port.script = ({ command }) => {
        if (command.valueType !== ValueType.JOB_BATCH) return undefined;
        const isFirst = looks(port) === 1;
        const response = eventResponse(command, command.key, { ...command.value, truncated: isFirst } as never);
        return { ...response, jobs: [isFirst ? first! : second!] };
      };

      // when
      const poller = new Poller(new JobActivator(port));
      await settle();

      // then
      expect(poller.taken).toEqual([first, second]);
      expect(looks(port)).toBe(2);
    });

    it('should leave a partition that never has enough after a hundred batches', async () => {
      // given
      const port = new ScriptedPort();
      port.script = ({ command }) =>
        eventResponse(command, command.key, { ...command.value, truncated: true } as never);

      // when
      const poller = new Poller(new JobActivator(port), { requestTimeoutMs: -1 });
      await settle();

      // then
      expect([poller.end, looks(port)]).toEqual(['done', 100]);
    });

    it(`should ask for ${JOBS_PER_ACTIVATION_MAX} jobs at most`, async () => {
      // given
      const port = new ScriptedPort();

      // when
      await new Poller(new JobActivator(port), { maxJobs: JOBS_PER_ACTIVATION_MAX + 1, requestTimeoutMs: -1 }).ended;

      // then
      expect(port.sent[0]?.command.value).toMatchObject({ maxJobsToActivate: JOBS_PER_ACTIVATION_MAX });
    });

    it('should pass a rejection on', async () => {
      // given
      const port = new ScriptedPort();
      port.script = ({ command }) => rejectionResponse(command, RejectionType.INVALID_ARGUMENT, 'no');

      // when
      const end = await new Poller(new JobActivator(port)).ended;

      // then
      expect(end).toBe("Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': no");
    });

    it('should fail as exhausted when nothing was found and one partition is too busy', async () => {
      // given
      const port = new ScriptedPort(3);
      port.script = ({ partitionId }) =>
        partitionId === 2 ? new PartitionError('RESOURCE_EXHAUSTED', 'full') : undefined;

      // when
      const end = await new Poller(new JobActivator(port)).ended;

      // then
      expect(end).toContain("Expected to activate jobs of type 'pay'");
    });

    it('should succeed when one partition is too busy and another has jobs', async () => {
      // given
      const port = new ScriptedPort(2);
      port.addJobs(2, ...jobs(1, 2));
      port.script = ({ partitionId }) =>
        partitionId === 1 ? new PartitionError('RESOURCE_EXHAUSTED', 'full') : undefined;

      // when
      const poller = new Poller(new JobActivator(port));
      await settle();

      // then
      expect([poller.end, poller.taken.length]).toEqual(['done', 1]);
    });

    it('should fail as unavailable only when no partition can be reached', async () => {
      // given
      const port = new ScriptedPort(2);
      const activator = new JobActivator(port);
      const away = new PartitionError('PARTITION_UNAVAILABLE', 'no leader');

      // when
      port.script = ({ partitionId }) => (partitionId === 1 ? away : undefined);
      const half = await new Poller(activator, { requestTimeoutMs: -1 }).ended;
      port.script = () => away;
      const whole = await new Poller(activator, { requestTimeoutMs: -1 }).ended;

      // then
      expect([half, whole]).toEqual(['done', 'no leader']);
    });

    it.each([
      [{ type: ' ' }, 'type to be present, but it was blank'],
      [{ timeoutMs: 0 }, "timeout to be greater than zero, but it was '0'"],
      [{ maxJobs: 0 }, "max jobs to activate to be greater than zero, but it was '0'"],
    ])('should refuse %j', async (parts, text) => {
      // given
      const port = new ScriptedPort();

      // when
      const end = await new Poller(new JobActivator(port), parts).ended;

      // then
      expect(end).toBe(
        `Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with ${text}`,
      );
      expect(port.sent).toEqual([]);
    });
  });

  describe('waiting', () => {
    it.each([
      [0, 10_000],
      [25_000, 25_000],
    ])('should end a request for %i ms empty after %i ms', async (requestTimeoutMs, endMs) => {
      // given
      const poller = new Poller(new JobActivator(new ScriptedPort()), { requestTimeoutMs });

      // when
      await vi.advanceTimersByTimeAsync(endMs - 1);
      const before = poller.end;
      await vi.advanceTimersByTimeAsync(1);

      // then
      expect([before, poller.end, poller.taken]).toEqual(['waiting', 'done', []]);
    });

    it('should wait for ever when asked to, although timers cannot', async () => {
      // given
      const poller = new Poller(new JobActivator(new ScriptedPort()), { requestTimeoutMs: 2 ** 53 });

      // when
      await vi.advanceTimersByTimeAsync(3_600_000);

      // then
      expect(poller.end).toBe('waiting');
    });

    it.each([
      ['the request says so', {}, -1],
      ['long polling is off', { isEnabled: false }, 10_000],
    ])('should not wait when %s', async (_, options, requestTimeoutMs) => {
      // given
      const port = new ScriptedPort();

      // when
      const poller = new Poller(new JobActivator(port, options), { requestTimeoutMs });
      await settle();

      // then
      expect([poller.end, looks(port)]).toEqual(['done', 1]);
    });

    it('should hand over jobs as soon as they are announced', async () => {
      // given
      const port = new ScriptedPort();
      const poller = new Poller(new JobActivator(port));
      await vi.advanceTimersByTimeAsync(5_000);

      // when
      port.addJobs(1, ...jobs(2));
      await settle();

      // then
      expect([poller.end, poller.taken.length]).toEqual(['done', 2]);
    });

    it('should not wake requests of other types', async () => {
      // given
      const port = new ScriptedPort();
      new Poller(new JobActivator(port));
      await settle();

      // when
      port.announce('ship');
      await settle();

      // then
      expect(looks(port)).toBe(1);
    });

    it('should look again after the probe time although nothing was announced', async () => {
      // given
      const port = new ScriptedPort();
      const poller = new Poller(new JobActivator(port, { probeMs: 2_000 }));
      await settle();
      const announce = vi.spyOn(port, 'announce').mockImplementation(() => {});
      port.addJobs(1, ...jobs(1));
      announce.mockRestore();

      // when
      await vi.advanceTimersByTimeAsync(1_999);
      const before = poller.end;
      await vi.advanceTimersByTimeAsync(1);

      // then
      expect([before, poller.end]).toEqual(['waiting', 'done']);
    });

    it('should park a type after three empty looks until jobs are announced', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      for (let count = 0; count < 3; count++) await empty();
      expect(looks(port)).toBe(3);

      // when
      await empty();
      const parked = looks(port);
      port.announce('pay');
      await empty();

      // then
      expect([parked, looks(port)]).toEqual([3, 4]);

      async function empty(): Promise<void> {
        const poller = new Poller(activator, { requestTimeoutMs: 1 });
        await vi.advanceTimersByTimeAsync(1);
        expect(poller.end).toBe('done');
      }
    });

    it('should look for a parked type again after the probe time', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      for (let count = 0; count < 4; count++) {
        new Poller(activator, { requestTimeoutMs: 1 });
        await vi.advanceTimersByTimeAsync(1);
      }

      // when
      await vi.advanceTimersByTimeAsync(10_000);
      new Poller(activator);
      await settle();

      // then
      expect(looks(port)).toBe(4);
    });

    it('should not lose an announcement that comes during a look', async () => {
      // given
      const port = new ScriptedPort();
      let isFirst = true;
      port.script = ({ command }) => {
        if (!isFirst) return undefined;
        isFirst = false;
        // The partition looked, and only then the job appeared.
        return Promise.resolve(eventResponse(command, command.key, command.value)).then((response) => {
          port.addJobs(1, ...jobs(1));
          return response;
        });
      };

      // when
      const poller = new Poller(new JobActivator(port));
      await settle();

      // then
      expect([poller.end, poller.taken.length]).toEqual(['done', 1]);
    });

    it('should serve waiting requests in the order they came, waking few for one job', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      const pollers = Array.from({ length: 1000 }, () => new Poller(activator, { maxJobs: 1 }));
      await settle();
      const looksBefore = looks(port);

      // when
      port.addJobs(1, ...jobs(1));
      await settle();

      // then
      expect(pollers.map((poller) => poller.end).indexOf('waiting')).toBe(1);
      expect(pollers.filter((poller) => poller.end === 'done')).toHaveLength(1);
      expect(looks(port) - looksBefore).toBeLessThanOrEqual(3);
    });

    it('should serve all waiting requests from one announcement when there is enough', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      const pollers = Array.from({ length: 100 }, () => new Poller(activator, { maxJobs: 1 }));
      await settle();

      // when
      port.addJobs(1, ...jobs(100));
      await settle();

      // then
      expect(pollers.every((poller) => poller.taken.length === 1)).toBe(true);
    });

    it('should let sixteen requests look at the same time, not more', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      const pollers = Array.from({ length: 200 }, () => new Poller(activator, { maxJobs: 1 }));
      await settle();
      let looking = 0;
      let lookingMax = 0;
      let served = 0;
      port.script = ({ command }) => {
        lookingMax = Math.max(lookingMax, ++looking);
        return new Promise((resolve) => setTimeout(resolve, 1)).then(() => {
          looking--;
          const job = activatedJob({ jobKey: keyOf(1, BigInt(++served)) });
          return { ...eventResponse(command, command.key, command.value), jobs: [job] };
        });
      };

      // when
      port.announce('pay');
      await vi.advanceTimersByTimeAsync(100);

      // then
      expect(pollers.every((poller) => poller.end === 'done')).toBe(true);
      expect(lookingMax).toBe(16);
    });

    it('should forget idle types when there are too many, but none that somebody waits for', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      const waiting = new Poller(activator, { type: 'pay', requestTimeoutMs: 60_000 });
      await settle();

      // when
      for (let count = 0; count < 10_001; count++) new Poller(activator, { type: `t${count}`, requestTimeoutMs: 1 });
      await vi.advanceTimersByTimeAsync(1);
      new Poller(activator, { type: 'one more' });
      await settle();
      port.addJobs(1, ...jobs(1));
      await settle();

      // then
      expect([waiting.end, waiting.taken.length]).toEqual(['done', 1]);
    });

    it('should let the others wait when a look fails', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      const [first, second] = [new Poller(activator), new Poller(activator)];
      await settle();

      // when
      port.script = () => new PartitionError('RESOURCE_EXHAUSTED', 'full');
      port.announce('pay');
      await settle();
      port.script = () => undefined;
      port.addJobs(1, ...jobs(1));
      await settle();

      // then
      expect(first.end).toContain('too busy');
      expect([second.end, second.taken.length]).toEqual(['done', 1]);
    });

    it(`should refuse a request when ${WAITING_ACTIVATIONS_MAX} are waiting`, async () => {
      // given
      const activator = new JobActivator(new ScriptedPort());
      const first = Array.from({ length: WAITING_ACTIVATIONS_MAX }, () => new Poller(activator));

      // when
      const end = await new Poller(activator).ended;
      first[0]?.gone.abort();
      await settle();
      const afterOneLeft = new Poller(activator);
      await settle();

      // then
      expect(end).toContain(`${WAITING_ACTIVATIONS_MAX} requests are already waiting`);
      expect(afterOneLeft.end).toBe('waiting');
    });

    it('should end waiting requests as unavailable when the gateway closes', async () => {
      // given
      const activator = new JobActivator(new ScriptedPort());
      const poller = new Poller(activator);
      await settle();

      // when
      activator.close();

      // then
      expect(await poller.ended).toContain('shutting down');
    });
  });

  describe('when the client goes', () => {
    it('should end a waiting request without a look', async () => {
      // given
      const port = new ScriptedPort();
      const poller = new Poller(new JobActivator(port));
      await settle();

      // when
      poller.gone.abort();
      await settle();
      port.announce('pay');
      await settle();

      // then
      expect([poller.end, looks(port)]).toEqual(['done', 1]);
    });

    it('should give back jobs that were on their way, and let the next one have them', async () => {
      // given
      const port = new ScriptedPort();
      const activator = new JobActivator(port);
      const leaving = new Poller(activator);
      await settle();
      const staying = new Poller(activator);
      port.script = ({ command }) => {
        if (command.valueType === ValueType.JOB_BATCH) leaving.gone.abort();
        return undefined;
      };

      // when
      port.addJobs(1, ...jobs(1));
      await settle();

      // then
      expect(leaving.taken).toEqual([]);
      expect(yields(port)).toEqual([keyOf(1, 1n)]);
      expect(staying.taken.map((job) => job.jobKey)).toEqual([keyOf(1, 1n)]);
    });

    it('should not mind when giving back fails', async () => {
      // given
      const port = new ScriptedPort();
      port.script = () => new PartitionError('PARTITION_UNAVAILABLE', 'no leader');

      // when
      const result = new JobActivator(port).giveBack(jobs(2));

      // then
      await expect(result).resolves.toBeUndefined();
      expect(yields(port)).toHaveLength(2);
    });
  });
});
