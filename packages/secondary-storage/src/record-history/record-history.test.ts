import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bpmn, callActivity, endEvent, flow, Random, serviceTask, startEngine, startEvent } from '@waggle/engine/test';
import {
  type Key,
  keyOf,
  ProcessInstanceIntent,
  processInstanceCommandValue,
  readBatch,
  recordJson,
  recordOfEncodedText,
  ValueType,
} from '@waggle/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { historyBatch } from './history-batch.ts';
import { partitionHistoryFolder, segmentNames } from './history-folder.ts';
import { PartitionHistory } from './partition-history.ts';
import { RecordHistory } from './record-history.ts';
import { RecordHistoryReader } from './record-history-reader.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const order = bpmn(
  { id: 'order' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

/** Instances one after another, each to its end, and one that goes on while the others come and go. */
function records(instances: number) {
  const engine = startEngine();
  engine.deploy(order);
  const longest = engine.create('order', { name: 'the longest' });
  const keys = Array.from({ length: instances }, (_, index) => {
    const key = engine.create('order', { index });
    engine.sendAccepted(
      ValueType.PROCESS_INSTANCE,
      ProcessInstanceIntent.CANCEL,
      processInstanceCommandValue({ processInstanceKey: key }),
      key,
    );
    return key;
  });
  engine.completeJob('work');
  return { engine, longest, keys, batches: engine.batches.map(kept) };
}

function kept(data: Uint8Array) {
  return historyBatch(1, data, readBatch(data).records);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function partitionHistory(
  folder: string,
  options: { readonly segmentBytes?: number; readonly startPosition?: number } = {},
) {
  return new PartitionHistory({
    folder: partitionHistoryFolder(folder, 1),
    retentionMs: 7 * DAY_MS,
    startPosition: 0,
    ...options,
  });
}

/** Positions of everything that is kept of an instance, page by page. */
function positions(folder: string, processInstanceKey: Key, limit = 1_000): number[] {
  const reader = new RecordHistoryReader(folder);
  const found: number[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = reader.page({ processInstanceKey, after, limit });
    found.push(...(page?.lines ?? []).map((line) => (JSON.parse(line) as { position: number }).position));
    after = page?.next;
  }
  return found;
}

test('should read back all that was recorded of an instance, as exporters tell it', () => {
  // given
  const { engine, longest, keys, batches } = records(3);
  const folder = temporaryFolder();
  const history = partitionHistory(folder);

  // when
  history.append(batches);

  // then
  const page = new RecordHistoryReader(folder).page({ processInstanceKey: longest, after: 0, limit: 1_000 });
  const own = engine.records.filter(
    ({ value }) => 'processInstanceKey' in value && value.processInstanceKey === longest,
  );
  const causes = engine.records.filter(({ position }) => own.some((each) => each.sourceRecordPosition === position));
  // Its job was given out: no record of the instance, and yet told of it.
  const given = engine.events(ValueType.JOB_BATCH);
  const expected = engine.records.filter((record) => [own, causes, given].some((some) => some.includes(record)));
  expect(page).toEqual({ lines: expected.map((record) => recordJson(1, record)), next: undefined });
  expect(page?.lines[0]).toContain('"valueType":"PROCESS_INSTANCE_CREATION","intent":"CREATE"');
  expect(page?.lines.at(-1)).toContain('"intent":"ELEMENT_COMPLETED"');
  expect(positions(folder, keys[1]!).length).toBeGreaterThan(10);
  // and the same complete to the last field
  const request = { processInstanceKey: longest, after: 0, limit: 1_000, form: 'encoded' } as const;
  const encoded = new RecordHistoryReader(folder).page(request);
  expect(encoded?.lines.map((line) => recordOfEncodedText(JSON.parse(line)))).toEqual(expected);
  history.close();
});

test('should know nothing of an instance that never was', () => {
  // given
  const { batches } = records(1);
  const folder = temporaryFolder();
  partitionHistory(folder).append(batches);
  const reader = new RecordHistoryReader(folder);

  // then
  expect(reader.page({ processInstanceKey: keyOf(1, 9_999n), after: 0, limit: 10 })).toBeUndefined();
  expect(reader.page({ processInstanceKey: keyOf(2, 1n), after: 0, limit: 10 })).toBeUndefined();
  expect(reader.page({ processInstanceKey: -5n as Key, after: 0, limit: 10 })).toBeUndefined();
});

test('should page by position, over many segments as over one', () => {
  // given
  const { longest, keys, batches } = records(25);
  const one = temporaryFolder();
  const many = temporaryFolder();
  partitionHistory(one).append(batches);
  const history = partitionHistory(many, { segmentBytes: 4_000 });
  for (const batch of batches) history.append([batch]);

  // then
  expect(segmentNames(partitionHistoryFolder(many, 1)).length).toBeGreaterThan(5);
  for (const key of [longest, ...keys]) {
    const whole = positions(one, key);
    expect(whole).toEqual([...new Set(whole)].sort((a, b) => a - b));
    expect(positions(many, key)).toEqual(whole);
    expect(positions(many, key, 1)).toEqual(whole);
    expect(positions(many, key, 7)).toEqual(whole);
  }
});

test('should see what is added between two reads, also when the segment is closed meanwhile', () => {
  // given
  const { longest, batches } = records(20);
  const folder = temporaryFolder();
  const whole = temporaryFolder();
  partitionHistory(whole).append(batches);
  const expected = positions(whole, longest);
  const history = partitionHistory(folder, { segmentBytes: 6_000 });
  const reader = new RecordHistoryReader(folder);

  for (const batch of batches) {
    // when
    history.append([batch]);

    // then
    const lines = reader.page({ processInstanceKey: longest, after: 0, limit: 1_000 })?.lines ?? [];
    const found = lines.map((line) => (JSON.parse(line) as { position: number }).position);
    expect(found).toEqual(expected.filter((position) => position <= history.lastPosition));
  }
});

test('should keep each batch once, whatever comes again', () => {
  // given
  const { longest, batches } = records(10);
  const folder = temporaryFolder();
  const first = partitionHistory(folder, { segmentBytes: 4_000 });
  first.append(batches.slice(0, 12));
  first.append(batches.slice(3, 12));
  first.close();

  // when
  const second = partitionHistory(folder, { segmentBytes: 4_000 });
  expect(second.lastPosition).toBe(batches[11]!.lastPosition);
  second.append(batches);

  // then
  const whole = temporaryFolder();
  partitionHistory(whole).append(batches);
  expect(positions(folder, longest)).toEqual(positions(whole, longest));
});

test('should cut off what a crash left half-written, wherever that is', () => {
  // given
  const { longest, keys, batches } = records(8);
  const whole = temporaryFolder();
  partitionHistory(whole).append(batches);
  const written = temporaryFolder();
  const history = partitionHistory(written);
  for (const batch of batches) history.append([batch]);
  history.close();
  const name = segmentNames(partitionHistoryFolder(written, 1))[0]!;
  const path = join(partitionHistoryFolder(written, 1), name);
  const { size } = statSync(path);
  const random = new Random(7);

  for (let run = 0; run < 40; run++) {
    // when
    const folder = temporaryFolder();
    partitionHistory(folder).close();
    const copy = join(partitionHistoryFolder(folder, 1), name);
    copyFileSync(path, copy);
    truncateSync(copy, random.between(0, size));
    const reopened = partitionHistory(folder);
    for (const batch of batches) reopened.append([batch]);
    reopened.close();

    // then
    expect(readFileSync(copy)).toEqual(readFileSync(path));
  }
  expect(positions(written, longest)).toEqual(positions(whole, longest));
  expect(positions(written, keys[3]!)).toEqual(positions(whole, keys[3]!));
});

test('should go on with a segment whose index a crash left half-written', () => {
  // given
  const { longest, batches } = records(30);
  const folder = temporaryFolder();
  const history = partitionHistory(folder, { segmentBytes: 2_000 });
  for (const batch of batches.slice(0, 20)) history.append([batch]);
  history.close();
  const partitionFolder = partitionHistoryFolder(folder, 1);
  const [closed, ...later] = segmentNames(partitionFolder);
  for (const name of later) rmSync(join(partitionFolder, name));
  truncateSync(join(partitionFolder, closed!), statSync(join(partitionFolder, closed!)).size - 10);

  // when
  const reopened = partitionHistory(folder, { segmentBytes: 2_000 });
  for (const batch of batches) reopened.append([batch]);

  // then
  const whole = temporaryFolder();
  partitionHistory(whole).append(batches);
  expect(positions(folder, longest)).toEqual(positions(whole, longest));
});

test('should begin where the log begins that it is given, and remember that', () => {
  // given
  const folder = temporaryFolder();

  // when
  partitionHistory(folder, { startPosition: 500 }).close();

  // then
  expect(partitionHistory(folder, { startPosition: 900 }).lastPosition).toBe(500);
});

test('should keep records for their time and then let go of them', () => {
  // given
  const { engine, batches, keys } = records(0);
  const folder = temporaryFolder();
  const history = partitionHistory(folder);
  history.append(batches);
  const before = engine.batches.length;
  engine.advance(3 * DAY_MS);
  history.clean(engine.nowMs);
  const late = engine.create('order');
  history.append(engine.batches.slice(before).map(kept));
  expect(segmentNames(partitionHistoryFolder(folder, 1))).toHaveLength(2);
  const [first] = engine.events(ValueType.PROCESS_INSTANCE_CREATION);
  const early = first!.value.processInstanceKey;
  expect(keys).toEqual([]);

  // when
  history.clean(engine.nowMs + 4 * DAY_MS - 1);
  expect(positions(folder, early)).not.toEqual([]);
  history.clean(engine.nowMs + 4 * DAY_MS + 1_000);

  // then
  expect(positions(folder, early)).toEqual([]);
  expect(positions(folder, late)).not.toEqual([]);
  history.clean(engine.nowMs + 8 * DAY_MS);
  expect(positions(folder, late)).toEqual([]);
  expect(history.lastPosition).toBe(engine.records.at(-1)!.position);
});

test('should give way when the disk is nearly full, the oldest first', () => {
  // given
  const { batches } = records(40);
  const folder = temporaryFolder();
  const history = new RecordHistory({ folder, retentionMs: 7 * DAY_MS, freeBytesMin: Number.MAX_SAFE_INTEGER });
  history.open(1, 0);
  history.append(1, batches);
  expect(history.clean(batches[0]!.timestamp)).toBe(0);
  history.clean(batches.at(-1)!.timestamp + DAY_MS);

  // then
  expect(segmentNames(partitionHistoryFolder(folder, 1))).toHaveLength(1);
  expect(history.bytes).toBe(0);
  history.close();
});

test('should tell called instances apart from their callers', () => {
  // given
  const engine = startEngine();
  const caller = bpmn(
    { id: 'caller' },
    startEvent(),
    callActivity('call', 'order'),
    endEvent(),
    flow('start', 'call'),
    flow('call', 'end'),
  );
  engine.deploy({ name: 'order.bpmn', xml: order }, { name: 'caller.bpmn', xml: caller });
  const outer = engine.create('caller');
  engine.completeJob('work');
  const inner = engine.events(ValueType.PROCESS_INSTANCE).find(({ value }) => value.parentProcessInstanceKey === outer)!
    .value.processInstanceKey;
  const folder = temporaryFolder();

  // when
  partitionHistory(folder).append(engine.batches.map(kept));

  // then
  const page = (processInstanceKey: Key) =>
    new RecordHistoryReader(folder).page({ processInstanceKey, after: 0, limit: 1_000 })!.lines;
  expect(page(inner).join()).toContain('"elementId":"work"');
  expect(page(outer).join()).not.toContain('"elementId":"work"');
  expect(page(outer).at(-1)).toContain(`"processInstanceKey":${outer},`);
});

test('should end a page behind a large record', () => {
  // given
  const engine = startEngine();
  engine.deploy(order);
  const text = 'x'.repeat(1_500_000);
  const key = engine.create('order', { first: text, second: text });
  const folder = temporaryFolder();
  partitionHistory(folder).append(engine.batches.map(kept));

  // when
  const page = new RecordHistoryReader(folder).page({ processInstanceKey: key, after: 0, limit: 1_000 });

  // then
  expect(page?.next).toBeDefined();
  expect(page!.lines.join('').length).toBeLessThan(12 * 1024 * 1024);
  const whole = engine.records.filter(({ value }) => 'processInstanceKey' in value && value.processInstanceKey === key);
  expect(positions(folder, key)).toEqual(expect.arrayContaining(whole.map(({ position }) => position)));
});

test('should store many records in a fraction of their bytes', () => {
  // given
  const { batches, keys } = records(300);
  const folder = temporaryFolder();
  const history = partitionHistory(folder);

  // when
  history.append(batches);

  // then
  expect(history.bytes).toBeLessThan(batches.reduce((sum, { data }) => sum + data.length, 0) / 3);
  expect(positions(folder, keys.at(-1)!).length).toBeGreaterThan(10);
});

test('should tell damage instead of showing it', () => {
  // given
  const { batches, longest } = records(2);
  const folder = temporaryFolder();
  const history = partitionHistory(folder);
  history.append(batches);
  history.close();
  const path = join(partitionHistoryFolder(folder, 1), segmentNames(partitionHistoryFolder(folder, 1))[0]!);
  const bytes = readFileSync(path);
  bytes[bytes.length - 5]! ^= 1;
  writeFileSync(path, bytes);

  // then
  expect(() => positions(folder, longest)).toThrow('to be as they were written, but their checksum differs');
});
