/**
 * `npm run scenarios`: every scenario against the engine in process.
 *
 *   --update                                writes the traces and docs/bpmn-coverage.md anew, to be reviewed as a diff
 *   --server URL --records FILE             against a running server instead, through the official clients;
 *     [--grpc HOST:PORT] [--partitions N]     FILE is where its JSON-lines exporter writes; with several partitions it
 *                                             holds {partition}, and the scenarios are those that need so many
 *   --only NUMBER[,NUMBER…]                 these scenarios alone
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryPath } from '../repository-path.ts';

const { values } = parseArgs({
  options: {
    update: { type: 'boolean', default: false },
    server: { type: 'string' },
    records: { type: 'string' },
    grpc: { type: 'string' },
    partitions: { type: 'string' },
    only: { type: 'string' },
  },
});
if (values.server !== undefined && values.records === undefined) {
  console.error(
    'Expected --records FILE beside --server: start the server with --exporter json-lines=FILE, where the scenarios see what it does.',
  );
  process.exit(2);
}

const { status } = spawnSync(
  process.execPath,
  [join(repositoryPath, 'node_modules/vitest/vitest.mjs'), 'run', ...vitestArguments()],
  {
    cwd: repositoryPath,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(values.update && { WAGGLE_SCENARIOS_UPDATE: 'true' }),
      ...(values.server !== undefined && { WAGGLE_SCENARIOS_SERVER: values.server }),
      ...(values.records !== undefined && { WAGGLE_SCENARIOS_RECORDS: values.records }),
      ...(values.partitions !== undefined && { WAGGLE_SCENARIOS_PARTITIONS: values.partitions }),
      ...(values.grpc !== undefined && { WAGGLE_SCENARIOS_GRPC: values.grpc }),
    },
  },
);
process.exitCode = status ?? 1;

function vitestArguments(): readonly string[] {
  const where = values.server === undefined ? ['--project', 'scenarios'] : ['--project', 'e2e', 'scenarios.test'];
  if (values.only === undefined) return where;
  const numbers = values.only.split(',').map((each) => each.trim().padStart(3, '0'));
  return [...where, '--testNamePattern', `show (${numbers.join('|')}):`];
}
