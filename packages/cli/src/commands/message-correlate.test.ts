import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.messageWait);
});
afterAll(() => cli?.close());

test('should name the instance that waited for the message', async () => {
  // given
  const { processInstanceKey } = await cli.answer('run', 'message-wait', '--variables', '{"parcelId": "p1"}');

  // when
  const { output } = await cli.run('message', 'correlate', 'parcel-arrived', '--correlation-key', 'p1');

  // then
  expect(output).toBe(`Correlated message parcel-arrived to process instance ${processInstanceKey}.`);
});

test('should say that nobody waits', async () => {
  const { exitCode, errors } = await cli.run('message', 'correlate', 'parcel-arrived', '--correlation-key', 'nobody');
  expect(exitCode).toBe(1);
  expect(errors).toContain('(NOT_FOUND, HTTP 404)');
});
