/** The demo against a real server: everything that Operate and Tasklist show has to be there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDiagram } from '@waggle/bpmn';
import { descendants, localName, parseXml } from '@waggle/xml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';

const folder = join(repositoryPath, 'examples/demo');
const models = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

let server: ServerProcess;
let summary: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  server = await startServerProcess();
  summary = await waggle(server, 'demo', '--once', '--seed', '1', '--instances', '40');
});

afterAll(() => server?.stop());

/** @returns a field of everything that is found, sorted, each value once. */
async function valuesOf(entity: string, field: string, filter: Readonly<Record<string, unknown>> = {}) {
  const items = await search(entity, filter);
  return [...new Set(items.map((item) => String(item[field])))].toSorted();
}

async function search(entity: string, filter: Readonly<Record<string, unknown>> = {}) {
  const response = await fetch(`${server.rest}/v2/${entity}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ filter, page: { limit: 1_000 } }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as Page).items;
}

test('should say what it made', () => {
  expect(summary).toMatchObject({ seed: 1, started: 40 });
});

test('should have instances in every state, and of an old version', async () => {
  expect(await valuesOf('process-instances', 'state')).toEqual(['ACTIVE', 'COMPLETED', 'SUSPENDED', 'TERMINATED']);
  expect(await valuesOf('process-instances', 'processDefinitionId')).toHaveLength(models.length - 1);
  expect((await search('process-instances', { state: 'ACTIVE', hasIncident: true })).length).toBeGreaterThan(4);
  expect(
    await valuesOf('process-instances', 'processDefinitionVersion', { processDefinitionId: 'order-process' }),
  ).toEqual(['1', '2']);
});

test('should have incidents of the kinds that were meant, and no others', async () => {
  expect(await valuesOf('incidents', 'errorType', { state: 'ACTIVE' })).toEqual([
    'DECISION_EVALUATION_ERROR',
    'EXTRACT_VALUE_ERROR',
    'IO_MAPPING_ERROR',
    'JOB_NO_RETRIES',
    'UNHANDLED_ERROR_EVENT',
  ]);
  expect(await valuesOf('incidents', 'elementId')).toEqual([
    'CheckStock',
    'CreateLabel',
    'HandOver',
    'PackParcel',
    'RateRisk',
  ]);
  expect(await search('incidents', { state: 'RESOLVED' })).toHaveLength(1);
});

test('should have tasks for everybody, some of them late, some done', async () => {
  expect(await valuesOf('user-tasks', 'state')).toEqual(['COMPLETED', 'CREATED']);
  const assignees = await valuesOf('user-tasks', 'assignee', { state: 'CREATED' });
  expect(assignees).toContain('demo');
  expect(assignees).toContain('null');
  expect(assignees.length).toBeGreaterThan(2);
  const overdue = { state: 'CREATED', dueDate: { $lt: new Date().toISOString() } };
  expect((await search('user-tasks', overdue)).length).toBeGreaterThan(0);
});

test('should have decisions that were made, and such that could not be', async () => {
  expect(await valuesOf('decision-instances', 'state')).toEqual(['EVALUATED', 'FAILED']);
  expect(await valuesOf('decision-instances', 'decisionDefinitionId')).toEqual([
    'credit-rating',
    'debt-ratio',
    'discount',
    'loan-risk',
    'warnings',
  ]);
});

test('should have batch operations, one with an item that failed', async () => {
  expect(await valuesOf('batch-operations', 'batchOperationType')).toEqual([
    'CANCEL_PROCESS_INSTANCE',
    'MIGRATE_PROCESS_INSTANCE',
    'RESOLVE_INCIDENT',
    'SUSPEND_PROCESS_INSTANCE',
    'UPDATE_JOB',
  ]);
  expect(await valuesOf('batch-operation-items', 'state')).toEqual(['COMPLETED', 'FAILED']);
});

test('should have a large variable and hostile ones, kept as they are', async () => {
  const names = await valuesOf('variables', 'name');
  expect(names).toContain('<script>alert(1)</script>');
  expect(names).toContain('__proto__');
  const [large] = await search('variables', { name: 'catalogue' });
  const response = await fetch(`${server.rest}/v2/variables/${String(large?.variableKey)}`);
  expect((await response.text()).length).toBeGreaterThan(200_000);
});

test('should have a document that a task refers to', async () => {
  const [reference] = await search('variables', { name: 'proofOfIncome' });
  const [document] = JSON.parse(String(reference?.value)) as readonly Readonly<Record<string, string>>[];
  const response = await fetch(
    `${server.rest}/v2/documents/${document?.documentId}?contentHash=${document?.contentHash}`,
  );
  expect(await response.text()).toMatch(/^%PDF-/);
});

test('should run once more on the same server, and deploy nothing again', async () => {
  const again = await waggle(server, 'demo', '--once', '--seed', '1', '--instances', '5');
  expect(again).toMatchObject({ started: 45 });
  expect(await valuesOf('process-definitions', 'version', { processDefinitionId: 'order-process' })).toEqual([
    '1',
    '2',
  ]);
  expect(await valuesOf('process-definitions', 'version', { processDefinitionId: 'shipment' })).toEqual(['1']);
  expect(await valuesOf('decision-definitions', 'version')).toEqual(['1']);
});

test('should go on until it is stopped', async () => {
  // given
  const demo = spawn(
    process.execPath,
    [
      join(repositoryPath, 'packages/cli/bin/waggle.mjs'),
      'demo',
      '--instances',
      '0',
      '--rate',
      '600',
      '--address',
      server.rest,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  demo.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const ended = once(demo, 'exit');

  // when
  const before = (await search('process-instances')).length;
  await expect
    .poll(async () => (await search('process-instances')).length, { timeout: 20_000 })
    .toBeGreaterThan(before + 5);
  demo.kill('SIGINT');

  // then
  expect(await ended).toEqual([0, null]);
  expect(output.trimEnd().split('\n').at(-1)).toBe('Stopped.');
});

test.each(models.filter((name) => name !== 'no-diagram.bpmn'))(
  'should draw every part of %s, none over another',
  (name) => {
    // given
    const xml = readFileSync(join(folder, name), 'utf8');
    const parsed = parseXml(xml, {});
    if (!parsed.ok) throw new Error(`Expected ${name} to be XML`);
    const process = parsed.root.children.find((child) => localName(child) === 'process');
    if (process === undefined) throw new Error(`Expected a process in ${name}`);
    const parts = descendants(parsed.root).filter(({ attributes }) => attributes.has('id'));
    const lines = parts.filter((part) => ['sequenceFlow', 'association'].includes(localName(part)));
    const nodes = parts.filter((part) =>
      /(task|event|gateway|subProcess|callActivity|^participant|^lane)$/i.test(localName(part)),
    );

    // when
    const { shapes, edges } = readDiagram(xml);

    // then
    expect(nodes.length).toBeGreaterThan(4);
    expect(shapes.map(({ elementId }) => elementId).toSorted()).toEqual(nodes.map(idOf).toSorted());
    expect(edges.map(({ elementId }) => elementId).toSorted()).toEqual(lines.map(idOf).toSorted());
    const boxes = shapes.filter(({ isExpanded, kind }) => !isExpanded && kind !== 'boundaryEvent');
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const isApart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(isApart, `${one.elementId} and ${other.elementId}`).toBe(true);
      }
    }
  },
);

test('should have a model without a diagram', () => {
  expect(readDiagram(readFileSync(join(folder, 'no-diagram.bpmn'), 'utf8'))).toEqual({ shapes: [], edges: [] });
});

function idOf({ attributes }: { readonly attributes: ReadonlyMap<string, string> }): string {
  return attributes.get('id') ?? '';
}
