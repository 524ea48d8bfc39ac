import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRest } from '../../test/rest-fixture.ts';
import { ScriptedPort } from '../../test/scripted-port.ts';
import { createManagementServer, type ManagementServer } from './create-management-server.ts';
import { GatewayMetrics } from './gateway-metrics.ts';
import type { HealthComponent, HealthGroup } from './health-source.ts';
import type { LogLevel, LogLevelName } from './log-levels.ts';
import type { Metric } from './metrics-source.ts';

let server: ManagementServer;
let metrics: GatewayMetrics;
let components: HealthComponent[];
let port: ScriptedPort | undefined;
let groupsAsked: HealthGroup[];
let measured: () => Metric[];
const levels = new Map<string, LogLevel>();

beforeEach(async () => {
  metrics = new GatewayMetrics();
  components = [{ name: 'partition-1', status: 'UP', details: { role: 'leader' } }];
  groupsAsked = [];
  port = new ScriptedPort();
  measured = () => [];
  levels.clear();
  levels.set('ROOT', { configuredLevel: 'INFO', effectiveLevel: 'INFO' });
  levels.set('engine', { configuredLevel: null, effectiveLevel: 'INFO' });
  server = await createManagementServer({
    host: '127.0.0.1',
    managementPort: 0,
    logger: pino({ level: 'silent' }),
    metrics,
    metricsSources: [{ collect: () => measured() }],
    health: {
      components(group) {
        groupsAsked.push(group);
        return components;
      },
    },
    logLevels: {
      loggers: () => levels,
      setLevel(name: string, level: LogLevelName | null) {
        levels.set(name, { configuredLevel: level, effectiveLevel: level ?? 'INFO' });
      },
    },
    exporting: () => port,
    info: { name: 'waggle' },
  });
});
afterEach(() => server.close());

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://${server.address}${path}`);
  return { status: response.status, text: await response.text() };
}

async function post(path: string, body: string): Promise<number> {
  const response = await fetch(`http://${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await response.text();
  return response.status;
}

describe('health', () => {
  it.each([
    ['/actuator/health', 'all'],
    ['/actuator/health/startup', 'startup'],
    ['/actuator/health/liveness', 'liveness'],
    ['/actuator/health/readiness', 'readiness'],
    ['/actuator/health/status', 'status'],
    ['/health', 'all'],
    ['/ready', 'readiness'],
    ['/startup', 'startup'],
    ['/live', 'liveness'],
  ])('should tell at %s how the group %s is', async (path, group) => {
    const up = await get(path);
    components.push({ name: 'log', status: 'DOWN' });
    const down = await get(path);

    expect(up.status).toBe(200);
    expect(JSON.parse(up.text)).toMatchObject({
      status: 'UP',
      components: { 'partition-1': { status: 'UP', details: { role: 'leader' } } },
    });
    expect(down.status).toBe(503);
    expect(JSON.parse(down.text)).toMatchObject({ status: 'DOWN', components: { log: { status: 'DOWN' } } });
    expect(new Set(groupsAsked)).toEqual(new Set([group]));
  });

  it('should be unknown when nothing else is known', async () => {
    components = [{ name: 'a', status: 'UNKNOWN' }];

    expect(JSON.parse((await get('/health')).text)).toMatchObject({ status: 'UNKNOWN' });
  });
});

describe('metrics', () => {
  it.each([['/actuator/prometheus'], ['/metrics']])('should tell at %s what was measured', async (path) => {
    measured = () => [
      {
        name: 'waggle_records_total',
        help: 'Records\nwritten',
        type: 'counter',
        samples: [{ labels: { partition: 1, kind: 'a"b\\' }, value: 5 }],
      },
      {
        name: 'waggle_append_seconds',
        help: 'Appends',
        type: 'histogram',
        samples: [
          { labels: { a: 'b', le: '+Inf' }, value: 2, suffix: '_bucket' },
          { labels: { a: 'b', le: '' }, value: Number.POSITIVE_INFINITY, suffix: '_sum' },
        ],
      },
    ];

    const { status, text } = await get(path);

    expect(status).toBe(200);
    expect(text).toContain('# HELP waggle_records_total Records\\nwritten\n# TYPE waggle_records_total counter\n');
    expect(text).toContain('waggle_records_total{partition="1",kind="a\\"b\\\\"} 5\n');
    expect(text).toContain(
      'waggle_append_seconds_bucket{a="b",le="+Inf"} 2\nwaggle_append_seconds_sum{a="b",le=""} +Inf\n',
    );
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('should count requests of both APIs by route template', async () => {
    const rest = await startRest({ onRequest: metrics.onRestRequest });
    await rest.request('POST', '/v2/jobs/5/completion');
    await rest.request('POST', '/v2/jobs/abc/completion');
    await rest.request('GET', '/v2/abc');
    await rest.close();
    metrics.onGrpcRequest({ method: 'CompleteJob', code: 'OK', durationMs: 3 });

    const { text } = await get('/metrics');

    const count = 'http_server_requests_seconds_count';
    expect(text).toContain(`${count}{method="POST",uri="/v2/jobs/{jobKey}/completion",status="404"} 1`);
    expect(text).toContain(`${count}{method="POST",uri="/v2/jobs/{jobKey}/completion",status="400"} 1`);
    expect(text).toContain(`${count}{method="GET",uri="unmatched",status="404"} 1`);
    expect(text).toContain('grpc_server_processing_duration_seconds_count{method="CompleteJob",statusCode="OK"} 1');
  });

  it('should answer 500 with a message when a source fails', async () => {
    measured = () => {
      throw new Error('secret');
    };

    const { status, text } = await get('/metrics');

    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(Object.keys(JSON.parse(text))).toEqual(['message']);
  });
});

describe('log levels', () => {
  it('should be shown', async () => {
    expect(JSON.parse((await get('/actuator/loggers')).text)).toEqual({
      levels: ['OFF', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'],
      loggers: Object.fromEntries(levels),
    });
    expect(JSON.parse((await get('/actuator/loggers/engine')).text)).toEqual(levels.get('engine'));
  });

  it('should be changed and taken back', async () => {
    expect(await post('/actuator/loggers/engine', '{"configuredLevel":"debug"}')).toBe(204);
    expect(levels.get('engine')).toEqual({ configuredLevel: 'DEBUG', effectiveLevel: 'DEBUG' });

    expect(await post('/actuator/loggers/engine', '{"configuredLevel":null}')).toBe(204);
    expect(levels.get('engine')).toEqual({ configuredLevel: null, effectiveLevel: 'INFO' });
  });

  it.each([
    ['/actuator/loggers/other', '{"configuredLevel":"DEBUG"}', 404],
    ['/actuator/loggers/engine', '{"configuredLevel":"LOUD"}', 400],
    ['/actuator/loggers/engine', '{', 400],
  ])('should refuse POST %s %s', async (path, body, status) => {
    expect(await post(path, body)).toBe(status);
  });
});

describe('the rest', () => {
  it('should tell what runs', async () => {
    expect(JSON.parse((await get('/actuator/info')).text)).toEqual({ name: 'waggle' });
  });

  it('should answer 404 with a message to anything else', async () => {
    const { status, text } = await get('/actuator/nothing');

    expect(status).toBe(404);
    expect(Object.keys(JSON.parse(text))).toEqual(['message']);
  });
});

describe('exporting', () => {
  const answer = async (path: string) => {
    const response = await fetch(`http://${server.address}${path}`, { method: 'POST' });
    return { http: response.status, ...((await response.json()) as object) };
  };

  it('should be paused, softly or not, and resumed', async () => {
    const done = { http: 200, body: null, status: 204, contentType: null };
    for (const [path, mode] of [
      ['/actuator/exporting/pause', 'PAUSED'],
      ['/actuator/exporting/pause?soft=true', 'SOFT_PAUSED'],
      ['/actuator/exporting/pause?soft', 'SOFT_PAUSED'],
      ['/actuator/exporting/pause?soft=false', 'PAUSED'],
      ['/actuator/exporting/resume', 'EXPORTING'],
    ] as const) {
      expect(await answer(path)).toEqual(done);
      expect(JSON.parse((await get('/actuator/exporting')).text)).toEqual({ status: mode });
    }
  });

  it('should say in the body why it failed', async () => {
    port!.setExporting = () => Promise.reject(new Error('no room'));
    expect(await answer('/actuator/exporting/pause')).toMatchObject({
      http: 200,
      status: 500,
      body: { message: 'no room' },
    });
    port = undefined;
    expect(await answer('/actuator/exporting/resume')).toMatchObject({ http: 200, status: 500 });
    expect((await get('/actuator/exporting')).status).toBe(503);
  });
});
