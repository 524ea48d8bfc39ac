/** The items of frames between a broker and a partition's thread. */

import type { PushEffect, ResponseEffect, SendEffect } from '@waggle/engine';
import {
  type Command,
  type MessagePackReader,
  type MessagePackWriter,
  type PartitionErrorCode,
  readRecord,
  writeRecord,
} from '@waggle/protocol';
import { readActivatedJob, writeActivatedJob } from './activated-job-codec.ts';
import { readCommand, writeCommand } from './command-codec.ts';
import type { FrameWriter } from './frame-channel.ts';
import type { PartitionOutput } from './partition-output.ts';

const InputItem = { SUBMIT: 1, DELIVER: 2, ACKNOWLEDGE_PUSH: 3 } as const;
const OutputItem = { RESPOND: 1, REFUSE: 2, PUSH: 3, SEND: 4, JOBS_AVAILABLE: 5 } as const;

/** What a partition takes in from its broker in numbers. */
export interface PartitionInput {
  submit(command: Command, bytes: number): void;
  deliver(command: Command): void;
  acknowledgePush(streamId: number): void;
}

export function frameInput(frames: FrameWriter): PartitionInput {
  return {
    submit: (command, bytes) =>
      frames.add((writer) => {
        writer.integer(InputItem.SUBMIT);
        writer.integer(bytes);
        writeCommand(writer, command);
      }),
    deliver: (command) =>
      frames.add((writer) => {
        writer.integer(InputItem.DELIVER);
        writeCommand(writer, command);
      }),
    acknowledgePush: (streamId) =>
      frames.add((writer) => {
        writer.integer(InputItem.ACKNOWLEDGE_PUSH);
        writer.integer(streamId);
      }),
  };
}

export function readInput(reader: MessagePackReader, input: PartitionInput): void {
  const item = reader.integer();
  if (item === InputItem.SUBMIT) {
    const bytes = reader.integer();
    input.submit(readCommand(reader), bytes);
  } else if (item === InputItem.DELIVER) input.deliver(readCommand(reader));
  else if (item === InputItem.ACKNOWLEDGE_PUSH) input.acknowledgePush(reader.integer());
  else throw new Error(`Expected a known item for a partition, but got ${item}`);
}

export function frameOutput(partitionId: number, frames: FrameWriter): PartitionOutput {
  return {
    respond: (response) =>
      frames.add((writer) => {
        writer.integer(OutputItem.RESPOND);
        writeResponse(writer, partitionId, response);
      }),
    refuse: (requestId, code, message) =>
      frames.add((writer) => {
        writer.integer(OutputItem.REFUSE);
        writer.integer(requestId);
        writer.text(code);
        writer.text(message);
      }),
    push: ({ streamId, job }) =>
      frames.add((writer) => {
        writer.integer(OutputItem.PUSH);
        writer.integer(streamId);
        writeActivatedJob(writer, job);
      }),
    send: (send) =>
      frames.add((writer) => {
        writer.integer(OutputItem.SEND);
        writer.integer(send.partitionId);
        writeCommand(writer, send.command);
      }),
    jobsAvailable: (jobType) =>
      frames.add((writer) => {
        writer.integer(OutputItem.JOBS_AVAILABLE);
        writer.text(jobType);
      }),
  };
}

export function readOutput(reader: MessagePackReader, partitionId: number, output: PartitionOutput): void {
  const item = reader.integer();
  if (item === OutputItem.RESPOND) output.respond(readResponse(reader, partitionId));
  else if (item === OutputItem.REFUSE) {
    const requestId = reader.integer();
    const code = reader.text() as PartitionErrorCode;
    output.refuse(requestId, code, reader.text());
  } else if (item === OutputItem.PUSH) output.push(readPush(reader));
  else if (item === OutputItem.SEND) output.send(readSend(reader));
  else if (item === OutputItem.JOBS_AVAILABLE) output.jobsAvailable(reader.text());
  else throw new Error(`Expected a known item from a partition, but got ${item}`);
}

/** A record alone has no batch to be relative to. */
const headerAt = (partitionId: number) => ({ partitionId, firstPosition: 0, timestamp: 0 });

function writeResponse(writer: MessagePackWriter, partitionId: number, response: ResponseEffect): void {
  writer.integer(response.requestStreamId);
  writer.integer(response.requestId);
  writer.integer(response.record.position);
  writeRecord(writer, response.record, headerAt(partitionId));
  writer.arrayHeader(response.jobs.length);
  for (const job of response.jobs) writeActivatedJob(writer, job);
}

function readResponse(reader: MessagePackReader, partitionId: number): ResponseEffect {
  const requestStreamId = reader.integer();
  const requestId = reader.integer();
  const position = reader.integer();
  const record = readRecord(reader, headerAt(partitionId), position);
  const jobs = Array.from({ length: reader.arrayHeader() }, () => readActivatedJob(reader));
  return { kind: 'response', requestStreamId, requestId, record, jobs };
}

function readPush(reader: MessagePackReader): PushEffect {
  return { kind: 'push', streamId: reader.integer(), job: readActivatedJob(reader) };
}

function readSend(reader: MessagePackReader): SendEffect {
  return { kind: 'send', partitionId: reader.integer(), command: readCommand(reader) };
}
