import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { type CorpusResult, checkCorpus } from './check-corpus.ts';

const diagrams = join(repositoryPath, 'packages/bpmn/testdata');

/** `accepted`, or which rule refuses which element. */
function outcomesOf(results: Iterable<CorpusResult>): Record<string, string | readonly string[]> {
  const entries = [...results].map((result) => {
    const findings = result.outcome === 'refused' ? result.findings : [];
    return [
      result.file,
      result.outcome === 'refused' ? findings.map(({ elementId, rule }) => `${elementId}: ${rule}`) : result.outcome,
    ];
  });
  return Object.fromEntries(entries);
}

const nothingToExecute = ['definitions: executable-process-required'];

test('should accept what Camunda executes and name all that is wrong or unsupported', () => {
  // when
  const outcomes = outcomesOf(checkCorpus(diagrams));

  // then
  expect(outcomes).toEqual({
    'conversation.bpmn': nothingToExecute,
    'drawn-only.bpmn': nothingToExecute,
    'every-activity.bpmn': 'accepted',
    'every-event.bpmn': 'accepted',
    'gateways.bpmn': 'accepted',
    'pools-and-lanes.bpmn': 'accepted',
    'simple-sequence.bpmn': 'accepted',
    'incomplete.bpmn': [
      'service: task-definition-required',
      'user: form-definition-one-reference',
      'call: called-element-required',
      'message_catch: message-ref-exists',
      'message_throw: message-throw-task-definition-required',
      'signal_throw: signal-ref-exists',
      'link_throw: link-target-exists',
      'timer_catch: timer-one-definition',
      'each: multi-instance-loop-characteristics-required',
      'ad_hoc: ad-hoc-activity-required',
      'sub: sub-process-one-start-event',
      'end: error-code-required',
      'gateway_message_catch: condition-required',
      'gateway_signal_throw: condition-required',
    ],
    'unsupported.bpmn': [
      'complex: unsupported-element',
      'transaction: unsupported-element',
      'cancelled: unsupported-element',
      'loop: unsupported-feature',
      'multiple: event-definition-single',
      'parallel_multiple: event-definition-single',
      'instantiating: unsupported-feature',
      'by_link: unsupported-element',
      'by_compensation: unsupported-element',
      'on_compensation: unsupported-element',
    ],
  });
});

test('should look into drawings when they are taken for executable', () => {
  // when
  const outcomes = outcomesOf(checkCorpus(diagrams, { asExecutable: true }));

  // then
  expect(outcomes['drawn-only.bpmn']).toEqual(['split_task_2: condition-required', 'split_task_3: condition-required']);
  expect(outcomes['conversation.bpmn']).toEqual(nothingToExecute);
});

test('should read the files of all folders inside, whatever they hold', () => {
  // given
  const folder = mkdtempSync(join(tmpdir(), 'waggle-corpus-'));
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'binary.bpmn'), Uint8Array.from([0, 255, 60, 97, 254]));
  writeFileSync(join(folder, 'empty.bpmn'), '');
  writeFileSync(
    join(folder, 'utf-16.bpmn'),
    Buffer.from(
      '\uFEFF<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true"><startEvent id="s"/></process></definitions>',
      'utf16le',
    ),
  );
  writeFileSync(join(folder, 'no-model.txt'), '');

  // when
  const outcomes = outcomesOf(checkCorpus(folder));

  // then
  expect(outcomes).toEqual({
    'empty.bpmn': [': xml-well-formed'],
    'inner/binary.bpmn': [': xml-well-formed'],
    'utf-16.bpmn': 'accepted',
  });
});

test.each([
  ['the outcome of each file', [diagrams], 0, 'accepted every-event.bpmn'],
  ['how many files there are of each kind', [diagrams], 0, '5 accepted, 4 refused, 0 crashed'],
  ['the rules that are broken', [diagrams, '--summary'], 0, '2\texecutable-process-required'],
  ['what it expects', ['nowhere'], 2, 'Expected one folder with BPMN files'],
])('should print %s', (_what, args, status, expected) => {
  // when
  const main = join(repositoryPath, 'tests/bpmn-corpus/main.ts');
  const result = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

  // then
  expect(result.status).toBe(status);
  expect(result.stdout + result.stderr).toContain(expected);
});
