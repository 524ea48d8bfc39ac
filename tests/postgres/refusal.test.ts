/** What an operator is told when PostgreSQL cannot be used. */
import { startRdbmsExport } from '@waggle/exporters';
import { SharedPositions } from '@waggle/protocol';
import { connectPostgres, SCHEMA_VERSION } from '@waggle/secondary-storage';
import { newPostgresSchema } from '@waggle/secondary-storage/test';
import { pino } from 'pino';
import { describe, expect, inject, it, onTestFinished } from 'vitest';

const url = inject('postgresUrl')!;

describe('The export into PostgreSQL', () => {
  it.each([
    ['a wrong password', { username: 'secured', password: 'wr0ng' }, /the password is wrong/],
    ['no password', { username: 'secured' }, /asks for a password/],
    ['a database that is not there', { pathname: '/nowhere' }, /there is no such database/],
    ['a user without rights', { username: 'secured', password: 'secret' }, /lacks a right/],
  ])('should not start with %s, and say so without the password', async (_, changes, expected) => {
    // given
    const refused = Object.assign(new URL(url), changes);

    // when
    const started = start(String(refused));

    // then
    await expect(started).rejects.toThrow(expected);
    await expect(started).rejects.not.toThrow(/wr0ng|secret/);
  });

  it('should not start on tables of a newer release', async () => {
    // given
    const schema = await newPostgresSchema(url);
    await (await start(schema)).close();
    await execute(schema, `INSERT INTO schema_version (version, name) VALUES (${SCHEMA_VERSION + 1}, 'newer')`);

    // when
    const started = start(schema);

    // then
    await expect(started).rejects.toThrow(`version ${SCHEMA_VERSION} or older, but it has ${SCHEMA_VERSION + 1}`);
  });

  it('should start while the database is away, and tell so', async () => {
    // given
    const away = Object.assign(new URL(url), { port: '1' });

    // when
    const started = await start(String(away));
    onTestFinished(() => started.close());

    // then
    expect(started.problem).toMatch(/Expected to reach the PostgreSQL database waggle at 127.0.0.1:1/);
  });

  it('should not write what another server writes, until that one ends', async () => {
    // given
    const schema = await newPostgresSchema(url);
    const first = await start(schema);

    // when
    const second = start(schema.replace('options=', `options=${encodeURIComponent('-c lock_timeout=500 ')}`));

    // then
    await expect(second).rejects.toThrow(/only server that writes .*, but another one does/);

    // when
    await first.close();
    const third = await start(schema);

    // then
    expect(third.problem).toBeUndefined();
    await third.close();
  });

  it('should let servers with schemas of their own share a database', async () => {
    // when
    const [first, second] = await Promise.all([
      start(await newPostgresSchema(url)),
      start(await newPostgresSchema(url)),
    ]);

    // then
    expect([first.problem, second.problem]).toEqual([undefined, undefined]);
    await first.close();
    await second.close();
  });
});

function start(database: string) {
  return startRdbmsExport({
    database: { kind: 'postgres', url: database },
    positions: new SharedPositions({ partitionCount: 1 }).buffer,
    logger: pino({ level: 'silent' }),
  });
}

async function execute(database: string, sql: string): Promise<void> {
  const client = await connectPostgres(database);
  await client.query(sql);
  await client.end();
}
