import type { JobStreamRequest } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { activatedJob, ScriptedPort } from '../../test/scripted-port.ts';
import { JobStreamHub } from './job-stream-hub.ts';

const request: JobStreamRequest = {
  type: 'pay',
  worker: 'w',
  timeoutMs: 1000,
  fetchVariables: [],
  tenantIds: ['<default>'],
  withLease: false,
};

describe('JobStreamHub', () => {
  it('should share one stream between clients that ask for the same', () => {
    // given
    const port = new ScriptedPort();
    const hub = new JobStreamHub(port);

    // when
    hub.open({ ...request, fetchVariables: ['a', 'b'] }, () => true);
    hub.open({ ...request, fetchVariables: ['b', 'a'] }, () => true);
    hub.open({ ...request, timeoutMs: 2000 }, () => true);

    // then
    expect([...port.openStreams].map((stream) => stream.request.timeoutMs)).toEqual([1000, 2000]);
  });

  it('should let clients take turns', () => {
    // given
    const port = new ScriptedPort();
    const hub = new JobStreamHub(port);
    const taken: string[] = [];
    for (const name of ['a', 'b']) hub.open(request, () => taken.push(name) > 0);
    const [stream] = port.openStreams;

    // when
    for (let count = 0; count < 4; count++) stream?.receiver(activatedJob());

    // then
    expect(taken).toEqual(['a', 'b', 'a', 'b']);
  });

  it('should offer a job to the next client when one is not ready, and refuse it when none is', () => {
    // given
    const port = new ScriptedPort();
    const hub = new JobStreamHub(port);
    let isReady = true;
    hub.open(request, () => false);
    hub.open(request, () => isReady);
    const [stream] = port.openStreams;

    // when
    const answers = [stream?.receiver(activatedJob()), stream?.receiver(activatedJob())];
    isReady = false;
    answers.push(stream?.receiver(activatedJob()));

    // then
    expect(answers).toEqual([true, true, false]);
  });

  it('should close the shared stream with its last client', () => {
    // given
    const port = new ScriptedPort();
    const hub = new JobStreamHub(port);
    const closeFirst = hub.open(request, () => true);
    const closeSecond = hub.open(request, () => true);

    // when
    closeFirst();
    closeFirst();
    const afterFirst = port.openStreams.size;
    closeSecond();

    // then
    expect([afterFirst, port.openStreams.size]).toEqual([1, 0]);
  });

  it.each([
    [{ type: '' }, 'type to be present'],
    [{ timeoutMs: 0 }, 'timeout to be greater than zero'],
  ])('should refuse %j', (parts, text) => {
    expect(() => new JobStreamHub(new ScriptedPort()).open({ ...request, ...parts }, () => true)).toThrow(text);
  });
});
