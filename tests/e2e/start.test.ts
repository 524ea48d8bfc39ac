/** `waggle start` as a process: what it says, how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { repositoryPath } from '../repository-path.ts';
import { waggle } from '../waggle-command.ts';

const mainScript = join(repositoryPath, 'packages/cli/bin/waggle.mjs');
const anyPorts = ['--rest-port', '0', '--grpc-port', '0', '--management-port', '0', '--host', '127.0.0.1'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waggle-start-'));
});
const children: ChildProcess[] = [];
afterAll(() => {
  // Those of a test that failed half-way.
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process whose output and end are what is tested. */
function spawnStart(...args: readonly string[]) {
  const child = spawn(process.execPath, [mainScript, 'start', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const texts = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    texts.output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    texts.errors += chunk;
  });
  return {
    child,
    texts,
    ready: async () => {
      while (!texts.output.includes('"event":"ready"')) await once(child.stdout, 'data');
      return JSON.parse(/^.*"event":"ready".*$/m.exec(texts.output)?.[0] ?? '{}') as Record<string, string>;
    },
    ended: async () => {
      const [exitCode] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
      return exitCode as number;
    },
  };
}

test('should print where it listens and where the data lies, and stop in order', async () => {
  // given
  const data = join(folder, 'ordered');
  const server = spawnStart('--data', data, ...anyPorts);

  // when
  const ready = await server.ready();

  // then
  expect(ready).toMatchObject({
    data,
    rest: expect.stringMatching(/^http:\/\/127/),
    grpc: expect.stringMatching(/^127/),
  });
  expect((await fetch(`${ready.rest}/v2/topology`)).status).toBe(200);
  expect((await fetch(`${ready.management}/actuator/health/readiness`)).status).toBe(200);
  const metrics = await (await fetch(`${ready.management}/actuator/prometheus`)).text();
  expect(metrics).toContain('waggle_requests_pending');

  // when
  server.child.kill('SIGTERM');

  // then
  expect(await server.ended()).toBe(0);
  expect(server.texts.errors).toBe('');
});

test('should say in one sentence that another server has the data folder', async () => {
  // given
  const data = join(folder, 'locked');
  const first = spawnStart('--data', data, ...anyPorts);
  await first.ready();

  // when
  const second = spawnStart('--data', data, ...anyPorts);

  // then
  expect(await second.ended()).toBe(1);
  expect(second.texts.errors).toMatch(/^Expected .*locked.*\n$/);
  first.child.kill('SIGTERM');
  await first.ended();
});

test('should say in one sentence that a port is in use', async () => {
  // given
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';

  // when
  const outcomes = await Promise.all(
    ['--rest-port', '--grpc-port', '--management-port'].map(async (flag) => {
      const server = spawnStart('--in-memory', ...anyPorts, flag, port);
      return [flag, await server.ended(), server.texts.errors];
    }),
  );
  holder.close();

  // then
  for (const [flag, exitCode, errors] of outcomes) {
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      new RegExp(
        `^Expected to listen on 127.0.0.1:${port}, but the port is in use. Stop what uses it, or choose another with ${flag} or WAGGLE_[A-Z_]+\\.\\n$`,
      ),
    );
  }
});

test('should say in one sentence which file is damaged', async () => {
  // given a log in which a byte has changed between two batches
  const data = join(folder, 'damaged');
  const first = spawnStart('--data', data, ...anyPorts);
  const { rest = '' } = await first.ready();
  for (const _ of [1, 2]) await waggle({ rest }, 'deploy', processFiles.oneTask);
  first.child.kill('SIGKILL');
  await first.ended();
  const [segment = ''] = globSync(join(data, 'partition-1/log/*.log'));
  const bytes = readFileSync(segment);
  bytes.write('X', bytes.indexOf('one-task'));
  writeFileSync(segment, bytes);

  // when
  const second = spawnStart('--data', data, ...anyPorts);

  // then
  expect(await second.ended()).toBe(1);
  expect(second.texts.errors).toContain(`(file ${segment}, byte `);
  expect(second.texts.errors.trim().split('\n')).toHaveLength(1);
});
