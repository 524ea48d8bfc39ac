import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { models, runCommandLine } from '../../test/cli-session.ts';
import { startServer } from '../start/start-server.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'waggle-sql-'));
  const server = await startServer({
    dataFolder: data,
    host: '127.0.0.1',
    restPort: 0,
    grpcPort: 0,
    managementPort: 0,
    partitions: 1,
    exporters: [],
    diskFreeBytesMin: 0,
    logger: pino({ level: 'silent' }),
  });
  const environment = { WAGGLE_ADDRESS: server.addresses.rest };
  await runCommandLine(['deploy', models.oneTask], environment);
  await runCommandLine(['run', 'one-task'], environment);
  await runCommandLine(['run', 'one-task'], environment);
  await server.close();
}, 30_000);
afterAll(() => rm(data, { recursive: true, force: true }));

const sql = (...args: readonly string[]) => runCommandLine(['sql', ...args], { WAGGLE_DATA: data });

test('should print rows as a table, while the server is stopped', async () => {
  const { exitCode, output } = await sql('SELECT state, count(*) AS instances FROM process_instance GROUP BY state');
  expect(exitCode).toBe(0);
  expect(output).toBe('state   instances\n------  ---------\nACTIVE          2\n(1 row)\n');
});

test('should print rows as JSON, keys as texts', async () => {
  const { output } = await sql(
    'SELECT process_instance_key, version FROM process_instance, process_definition',
    '--json',
  );
  expect(JSON.parse(output)).toEqual([
    { process_instance_key: expect.stringMatching(/^\d+$/), version: 1 },
    { process_instance_key: expect.stringMatching(/^\d+$/), version: 1 },
  ]);
});

test('should print no rows', async () => {
  expect(JSON.parse((await sql('SELECT 1 WHERE 1 = 0', '--json')).output)).toEqual([]);
  expect((await sql('SELECT 1 AS a WHERE 1 = 0')).output).toBe('a\n-\n(0 rows)\n');
});

test('should list the tables when nothing is asked', async () => {
  const { output } = await sql();
  expect(output).toMatch(/^process_instance +process_instance_key, /m);
  expect(output).not.toContain('…');
});

test('should change nothing', async () => {
  for (const statement of ['DELETE FROM process_instance', "VACUUM INTO 'copy.db'", 'SELECT 1; DELETE FROM job']) {
    const { exitCode, errors } = await sql(statement);
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('Expected')]);
  }
  expect((await sql('SELECT count(*) AS n FROM process_instance')).output).toContain('2');
});

test('should say what is wrong', async () => {
  expect(await sql('SELECT no_such FROM process_instance')).toMatchObject({
    exitCode: 1,
    errors: 'no such column: no_such',
  });
  expect(await sql('SELECT 1', '--data', '/nowhere')).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('Expected a database at /nowhere/secondary-storage/waggle.db, but there is none'),
  });
  expect(await sql('SELECT 1', '--database', 'none')).toMatchObject({ exitCode: 2 });
  expect(await sql('SELECT 1', '--database', 'postgres://nobody:secret@127.0.0.1:1/x')).toMatchObject({
    exitCode: 1,
    errors: expect.not.stringContaining('secret'),
  });
});
