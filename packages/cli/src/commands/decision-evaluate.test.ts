import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
});
afterAll(() => cli?.close());

test('should deploy decisions and name them', async () => {
  const { exitCode, output } = await cli.run('deploy', models.shipping);
  expect(exitCode).toBe(0);
  expect(output).toMatch(
    /\n {2}decision shipping-price version 1, key \d+\n {2}decision parcel-size version 1, key \d+/,
  );
  expect(output).toMatch(/\n {2}decision requirements shipping-prices version 1, key \d+ \(shipping.dmn\)/);
});

test('should show the output and what led to it', async () => {
  const { exitCode, output } = await cli.run('decision', 'evaluate', 'shipping-price', '--variables', '{"weight": 2}');
  expect(exitCode).toBe(0);
  expect(output).toBe('10\n  parcel-size = "box" (rule 2)\n  taxed = 10\n  shipping-price = 10');
});

test('should evaluate a version by its key', async () => {
  const { decisionDefinitionKey } = await cli.answer('decision', 'evaluate', 'shipping-price');
  const evaluate = ['decision', 'evaluate', '--key', String(decisionDefinitionKey)] as const;
  expect(await cli.answer(...evaluate, '--variables', '{"weight": 0.5}')).toMatchObject({ output: '2' });
});

test('should fail when the evaluation does, and show what was evaluated', async () => {
  const { exitCode, output, errors } = await cli.run(
    'decision',
    'evaluate',
    'shipping-price',
    '--variables',
    '{"weight": 200}',
  );
  expect(exitCode).toBe(1);
  expect(errors).toContain("Expected to evaluate decision 'shipping-price', but multiple values");
  expect(output).toBe('null\n  parcel-size = null (rules 2, 3)');
});

test('should say that there is no such decision', async () => {
  const { exitCode, errors } = await cli.run('decision', 'evaluate', 'customs');
  expect(exitCode).toBe(1);
  expect(errors).toContain('(NOT_FOUND, HTTP 404)');
});

test('should want either an id or a key', async () => {
  const { exitCode, errors } = await cli.run('decision', 'evaluate');
  expect(exitCode).toBe(2);
  expect(errors).toContain('Expected either the id of a decision or --key.');
});

test('should evaluate the example of docs/decision-models.md', async () => {
  await cli.run('deploy', models.shippingExample);
  const { output } = await cli.run('decision', 'evaluate', 'shipping-price', '--variables', '{"weight": 2}');
  expect(output).toBe('4.9\n  shipping-price = 4.9 (rule 2)');
});
