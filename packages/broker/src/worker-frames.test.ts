import type { MessagePackWriter } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { eventRecord, activatedJob as job, setVariablesCommand } from '../test/record-samples.ts';
import { FrameWriter, readFrame } from './frame-channel.ts';
import { frameInput, frameOutput, readInput, readOutput } from './worker-frames.ts';

function frames(): { readonly sent: Uint8Array[]; readonly writer: FrameWriter } {
  const sent: Uint8Array[] = [];
  return { sent, writer: new FrameWriter((frame) => sent.push(frame)) };
}

describe('frames between broker and thread', () => {
  it('should carry what goes in', () => {
    const { sent, writer } = frames();
    const command = setVariablesCommand({ requestId: 77, variables: '{"a":"ä"}' });
    const input = frameInput(writer);
    input.submit(command, 123);
    input.deliver({ ...command, requestId: -1, requestStreamId: -1 });
    input.acknowledgePush(9);
    writer.flush();

    const received: unknown[] = [];
    for (const frame of sent) {
      readFrame(frame, (reader) =>
        readInput(reader, {
          submit: (...args) => received.push(['submit', ...args]),
          deliver: (...args) => received.push(['deliver', ...args]),
          acknowledgePush: (...args) => received.push(['acknowledgePush', ...args]),
        }),
      );
    }
    expect(received).toEqual([
      ['submit', command, 123],
      ['deliver', { ...command, requestId: -1, requestStreamId: -1 }],
      ['acknowledgePush', 9],
    ]);
  });

  it('should carry what comes out', () => {
    const { sent, writer } = frames();
    const output = frameOutput(2, writer);
    const record = eventRecord({ position: 500, sourceRecordPosition: 498, requestId: 3, requestStreamId: 4 });
    const expected = [
      { kind: 'response', requestStreamId: 4, requestId: 3, record, jobs: [job] },
      ['3', 'ABORTED', 'why'],
      { kind: 'push', streamId: 8, job },
      { kind: 'send', partitionId: 1, command: setVariablesCommand() },
      'pay',
    ];
    output.respond({ kind: 'response', requestStreamId: 4, requestId: 3, record, jobs: [job] });
    output.refuse(3, 'ABORTED', 'why');
    output.push({ kind: 'push', streamId: 8, job });
    output.send({ kind: 'send', partitionId: 1, command: setVariablesCommand() });
    output.jobsAvailable('pay');
    writer.flush();

    const received: unknown[] = [];
    for (const frame of sent) {
      readFrame(frame, (reader) =>
        readOutput(reader, 2, {
          respond: (response) => received.push(response),
          refuse: (requestId, code, message) => received.push([String(requestId), code, message]),
          push: (push) => received.push(push),
          send: (send) => received.push(send),
          jobsAvailable: (type) => received.push(type),
        }),
      );
    }
    expect(received).toEqual(expected);
  });

  it('should send a full frame at once and the rest at the end of the turn', async () => {
    const { sent, writer } = frames();
    const add = (write: MessagePackWriter) => write.integer(1);
    for (let item = 0; item < 33; item++) writer.add(add);
    expect(sent.map((frame) => frame.length)).toEqual([32]);
    await new Promise(setImmediate);
    expect(sent.map((frame) => frame.length)).toEqual([32, 1]);
  });
});
