import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
});
afterAll(() => cli?.close());

test('should publish a message and refuse its id while it is kept', async () => {
  const publish = ['message', 'publish', 'parcel-arrived', '--ttl', '60000', '--message-id', 'm1'];
  const first = await cli.run(...publish);
  const second = await cli.run(...publish);
  expect(first.output).toMatch(/^Published message parcel-arrived with key \d+\.$/);
  expect(second.exitCode).toBe(1);
  expect(second.errors).toContain('(ALREADY_EXISTS, HTTP 409)');
});
