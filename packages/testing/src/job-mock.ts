import type { ActivatedJob } from '@waggle/protocol';

/** A job as its mock sees it. */
export interface MockedJob {
  readonly type: string;
  readonly elementId: string;
  readonly processId: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What stands for a worker: the variables it completes every job with, or a function that gives them. The function may
 * throw: a `BpmnError` is thrown into the model, anything else fails the job and takes one of its retries.
 */
export type JobMock = object | ((job: MockedJob) => object | undefined);

export function mockedJob(job: ActivatedJob): MockedJob {
  const { type, elementId, bpmnProcessId: processId, retries, customHeaders: headers } = job;
  return { type, elementId, processId, retries, headers, variables: JSON.parse(job.variables) };
}

/** @returns what the job is completed with. @throws what the mock throws. */
export function runMock(mock: JobMock, job: MockedJob): object {
  const result = typeof mock === 'function' ? mock(job) : mock;
  if (result instanceof Promise) {
    throw new TypeError(`Expected the mock of '${job.type}' to answer at once, but it returned a promise`);
  }
  return result ?? {};
}
