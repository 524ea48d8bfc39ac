import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
});
afterAll(() => cli?.close());

test('should show version, partitions and health', async () => {
  const { exitCode, output } = await cli.run('status');
  expect(exitCode).toBe(0);
  expect(output).toMatch(
    /^Gateway .+, partitions: 1, replicas of each: 1\n {2}broker 0 at .+\n {4}partition 1: leader, healthy$/,
  );
});

test('should give the topology as JSON', async () => {
  expect(await cli.answer('status')).toMatchObject({ partitionsCount: 1, replicationFactor: 1 });
});
