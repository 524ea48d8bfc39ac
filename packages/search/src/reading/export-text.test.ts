import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';
import { csvCell } from './export-text.ts';

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['🐝 ü', '🐝 ü'],
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['+cmd', "'+cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['＝1+1', "'＝1+1"],
  ['-5', '-5'],
  ['+1.5e3', '+1.5e3'],
  ['"=1+1"', '"""=1+1"""'],
])('should write %j as %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

const model = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <bpmn:process id="p" name="=1+1, or &quot;two&quot;" isExecutable="true"><bpmn:startEvent id="s"/></bpmn:process>
</bpmn:definitions>`;

test('should give a page at a time, and where the next one begins', async () => {
  // given
  const { engine, read } = await startReadSide();
  engine.deploy(model);
  engine.deploy(model.replace('=1+1', 'again'));
  engine.deploy(model.replace('=1+1', 'and again'));
  const page = (after?: string) =>
    read({
      kind: 'export',
      entity: 'ProcessDefinition',
      request: {},
      format: 'csv',
      limit: 2,
      after,
      isFirst: after === undefined,
    });

  // when
  const [cursor = '', header, ...lines] = (await page())!.split(/\r?\n/);
  const [last, ...more] = (await page(cursor))!.split(/\r?\n/);

  // then
  expect(header).toMatch(/^processDefinitionKey,name,resourceName,version,/);
  expect(lines).toEqual([
    expect.stringMatching(/^\d+,"'=1\+1, or ""two""",/),
    expect.stringMatching(/^\d+,"again, or /),
    '',
  ]);
  expect(last).toBe('');
  expect(more).toEqual([expect.stringMatching(/^\d+,"and again, or /), '']);
});

test('should give lines of JSON', async () => {
  // given
  const { engine, read } = await startReadSide();
  engine.deploy(model);

  // when
  const text = await read({
    kind: 'export',
    entity: 'ProcessDefinition',
    request: {},
    format: 'ndjson',
    limit: 10,
    isFirst: true,
  });

  // then
  const [cursor, line, rest] = text!.split('\n');
  expect([cursor, rest]).toEqual(['', '']);
  expect(JSON.parse(line!)).toMatchObject({ processDefinitionId: 'p', name: '=1+1, or "two"', version: 1 });
});
