/** The example as its README tells it: both workers in processes of their own, the command line as the carrier. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportedRecord, untilExported } from '../exported-records.ts';
import { processFiles } from '../process-files.ts';
import { repositoryPath } from '../repository-path.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';

let folder = '';
let recordsFile = '';
let server: ServerProcess;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-order-'));
  recordsFile = join(folder, 'records.jsonl');
  server = await startServerProcess({ flags: ['--exporter', `json-lines=${recordsFile}`] });
  await waggle(server, 'deploy', await withShorterTimer());
  // Between them they know all jobs, so an order needs both.
  workers.push(
    startWorker('worker-rest.ts', 'payment-service', 'send-invoice', 'tell-customer'),
    startWorker('worker-grpc.ts', 'fraud-check', 'hand-over-to-carrier', 'escalate-delay'),
  );
});

afterAll(async () => {
  await Promise.all(workers.map(stopWorker));
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The example escalates after half a minute; the test does not wait that long. */
async function withShorterTimer(): Promise<string> {
  const model = await readFile(processFiles.orderFulfilment, 'utf8');
  const path = join(folder, 'order-fulfilment.bpmn');
  await writeFile(path, model.replace('>PT30S<', '>PT1S<'));
  return path;
}

function startWorker(script: string, ...jobTypes: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(repositoryPath, 'examples/order-fulfilment', script), ...jobTypes], {
    env: {
      ...process.env,
      CAMUNDA_REST_ADDRESS: server.rest,
      // As a worker's user has it: requests leave unchecked (strict checks would drop fields the server refuses).
      CAMUNDA_SDK_VALIDATION: 'req:none,res:strict',
      ZEEBE_GRPC_ADDRESS: `grpc://${server.grpc}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  const timer = setTimeout(() => worker.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}

async function order(variables: object): Promise<string> {
  const answer = await waggle(server, 'run', 'order-fulfilment', '--variables', JSON.stringify(variables));
  return String(answer.processInstanceKey);
}

const reached = (processInstanceKey: string, elementId: string) => (record: ExportedRecord) =>
  record.valueType === 'PROCESS_INSTANCE' &&
  record.intent === 'ELEMENT_COMPLETED' &&
  record.value.processInstanceKey === processInstanceKey &&
  record.value.elementId === elementId;

test('should fulfil a large order once the carrier confirms it', async () => {
  // given
  const processInstanceKey = await order({ orderId: 'order-1', amount: 250 });
  await untilExported(recordsFile, reached(processInstanceKey, 'CheckForFraud'));
  await untilExported(recordsFile, reached(processInstanceKey, 'HandOver'));

  // when
  await waggle(server, 'message', 'publish', 'shipment-confirmed', '--correlation-key', 'order-1', '--ttl', '10000');

  // then
  await untilExported(recordsFile, reached(processInstanceKey, 'OrderFulfilled'));
});

test('should give the result of a small order that was confirmed beforehand', async () => {
  await waggle(server, 'message', 'publish', 'shipment-confirmed', '--correlation-key', 'order-2', '--ttl', '60000');
  const order2 = JSON.stringify({ orderId: 'order-2', amount: 20 });
  const { variables } = await waggle(server, 'run', 'order-fulfilment', '--await', '--variables', order2);
  expect(variables).toMatchObject({
    payment: { id: 'payment-order-2', total: 20 },
    invoiceId: 'invoice-order-2',
    parcelId: 'parcel-order-2',
  });
  expect(variables).not.toHaveProperty('isSuspicious');
});

test('should escalate a late shipment and go on waiting for it', async () => {
  // given
  const processInstanceKey = await order({ orderId: 'order-3', amount: 20 });

  // when nothing is confirmed
  await untilExported(recordsFile, reached(processInstanceKey, 'EscalateDelay'));

  // then the shipment can still be confirmed
  await waggle(server, 'message', 'correlate', 'shipment-confirmed', '--correlation-key', 'order-3');
  await untilExported(recordsFile, reached(processInstanceKey, 'OrderFulfilled'));
});

test('should reject an order whose payment fails', async () => {
  const order4 = JSON.stringify({ orderId: 'order-4', amount: 20_000 });
  const { variables } = await waggle(server, 'run', 'order-fulfilment', '--await', '--variables', order4);
  expect(variables).toMatchObject({ isCustomerTold: true });
  expect(variables).not.toHaveProperty('payment');
});
