import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Measurement } from './measurement.ts';
import { repositoryPath } from './repository-path.ts';

/** It takes half a minute alone; beside other tests several times that. */
const TIMEOUT_MS = 240_000;

test('should produce every line of the table', { timeout: TIMEOUT_MS }, async () => {
  // given
  const folder = await mkdtemp(join(tmpdir(), 'waggle-bench-'));
  const jsonPath = join(folder, 'results.json');

  // when
  await promisify(execFile)(process.execPath, [join(repositoryPath, 'bench/main.ts'), '--quick', '--json', jsonPath]);

  // then
  const { measurements } = JSON.parse(await readFile(jsonPath, 'utf8')) as {
    readonly measurements: readonly Measurement[];
  };
  await rm(folder, { recursive: true });
  expect(measurements.filter(({ samples }) => samples.every(({ value }) => value > 0)).map(({ id }) => id)).toEqual([
    'raw-fdatasync',
    'raw-lmdb',
    'raw-grpc/1',
    'raw-grpc/32',
    'raw-http/1',
    'raw-http/32',
    'feel/condition',
    'feel/arithmetic',
    'feel/path',
    'feel/text',
    'feel/mapping',
    'feel/filter',
    'feel/loop',
    'feel/date',
    'feel/table',
    'feel/beside-feelin',
    'feel/compilation',
    'engine',
    'decisions/100',
    'decisions/10000',
    'decisions/expressions',
    'decisions/engine',
    'durable/main',
    'durable/workers',
    'durable/feed',
    'large/nothing',
    'large/loop',
    'large/waiting-loop/1',
    'large/waiting-loop/2',
    'large/nested-calls/1',
    'large/nested-calls/2',
    'grpc/1',
    'grpc/32',
    'grpc/128',
    'rest/1',
    'rest/32',
    'rest/128',
    'sdk/stream/32',
    'sdk/worker/32',
    'start/cold',
    'start/data',
    'start/idle',
    'heap',
    'replay',
    'checkpoint',
    'live/rate',
    'live/start',
  ]);
});
