/**
 * Every scenario that spares the server, through the official clients: over REST, and over gRPC what gRPC has. Against
 * servers started here, or the one of `npm run scenarios -- --server`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { allScenarios } from '../scenarios/all-scenarios.ts';
import { connectDriver } from '../scenarios/connect-driver.ts';
import { runScenario } from '../scenarios/run-scenario.ts';
import { waiting } from '../scenarios/waiting.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const { WAGGLE_SCENARIOS_SERVER, WAGGLE_SCENARIOS_RECORDS, WAGGLE_SCENARIOS_GRPC, WAGGLE_SCENARIOS_PARTITIONS } =
  process.env;

const runnable = allScenarios.filter(
  ({ number, steps, inProcessOnly }) => steps !== undefined && inProcessOnly === undefined && !waiting.has(number),
);

if (WAGGLE_SCENARIOS_SERVER === undefined) {
  describeScenarios('REST, one partition', { partitionCount: 1, isGrpc: false });
  describeScenarios('REST, three partitions', { partitionCount: 3, isGrpc: false });
  describeScenarios('gRPC, one partition', { partitionCount: 1, isGrpc: true });
} else {
  describeScenarios('the given server', {
    partitionCount: Number(WAGGLE_SCENARIOS_PARTITIONS ?? 1),
    isGrpc: WAGGLE_SCENARIOS_GRPC !== undefined,
  });
}

function describeScenarios(
  name: string,
  { partitionCount, isGrpc }: { readonly partitionCount: number; readonly isGrpc: boolean },
): void {
  describe(`scenarios over ${name}`, () => {
    let folder = '';
    let server: ServerProcess | undefined;
    let connection: ReturnType<typeof connectDriver>;

    beforeAll(async () => {
      if (WAGGLE_SCENARIOS_SERVER !== undefined) {
        const grpc = WAGGLE_SCENARIOS_GRPC;
        connection = connectDriver({
          rest: WAGGLE_SCENARIOS_SERVER,
          records: WAGGLE_SCENARIOS_RECORDS ?? '',
          partitionCount,
          ...(grpc !== undefined && { grpc }),
        });
        return;
      }
      folder = await mkdtemp(join(tmpdir(), 'waggle-scenarios-'));
      const records = join(folder, 'records-{partition}.jsonl');
      server = await startServerProcess({
        flags: ['--partitions', String(partitionCount), '--exporter', `json-lines=${records}`],
      });
      connection = connectDriver({ rest: server.rest, records, partitionCount, ...(isGrpc && { grpc: server.grpc }) });
    });

    afterAll(async () => {
      await connection?.close();
      await server?.stop();
      if (folder !== '') await rm(folder, { recursive: true, force: true });
    });

    for (const scenario of runnable.filter(({ partitions = 1 }) => partitions === partitionCount)) {
      test(`should show ${String(scenario.number).padStart(3, '0')}: ${scenario.title}`, async () => {
        await runScenario(scenario, connection.driver);
      });
    }
  });
}
