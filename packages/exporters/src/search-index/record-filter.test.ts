import { bpmn, endEvent, flow, io, output, serviceTask, startEngine, startEvent } from '@waggle/engine/test';
import { intentName, ValueType, type VariableValue, valueTypeName } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { type ExporterArguments, parseSearchIndexArguments } from './parse-search-index-arguments.ts';
import { recordFilter } from './record-filter.ts';

const order = bpmn(
  { id: 'order' },
  startEvent(),
  serviceTask('work', { io: io(output('=1', 'result')) }),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

/** Records of one instance with variables of all types, after the arguments' filter. */
function accepted(given: ExporterArguments) {
  const engine = startEngine();
  engine.deploy(order);
  engine.create('order', { orderId: 'a', amount: 7, isPaid: true, items: [1], address: {}, note: null });
  engine.completeJob('work', { localOnly: 1 });
  return engine.records.filter(recordFilter(parseSearchIndexArguments('search', 'elasticsearch', given).filter));
}

const variables = (given: ExporterArguments): string[] => [
  ...new Set(
    accepted(given)
      .filter(({ valueType }) => valueType === ValueType.VARIABLE)
      .map(({ value }) => (value as VariableValue).name),
  ),
];

const all = ['orderId', 'amount', 'isPaid', 'items', 'address', 'note', 'localOnly', 'result'];

test.each([
  [{}, all],
  [{ 'index.variable-name-inclusion-exact': 'orderId, amount' }, ['orderId', 'amount']],
  [{ 'index.variable-name-inclusion-end-with': 'Id;Only' }, ['orderId', 'localOnly']],
  [
    { 'index.variableNameInclusionStartWith': 'o,a', 'index.variableNameExclusionExact': 'address' },
    ['orderId', 'amount'],
  ],
  [{ 'index.variable-value-type-inclusion': 'string,Null' }, ['orderId', 'note']],
  [{ 'index.variable-value-type-exclusion': 'Object' }, all.filter((name) => name !== 'items' && name !== 'address')],
  [{ 'index.variable-value-type-inclusion-root': 'Boolean' }, ['isPaid', 'localOnly']],
  [{ 'index.variable-name-exclusion-start-with-local': 'local' }, all.filter((name) => name !== 'localOnly')],
  [{ 'index.export-local-variables': 'false' }, all.filter((name) => name !== 'localOnly')],
])('should take variables by %j', (given, expected) => {
  expect(variables(given)).toEqual(expected);
});

test('should take what Optimize reads in its mode', () => {
  const records = accepted({ 'index.optimize-mode-enabled': 'true', 'include-enabled-records': 'true' });
  const kinds = new Set(
    records.map(({ valueType, intent }) => `${valueTypeName(valueType)} ${intentName(valueType, intent)}`),
  );
  expect([...kinds].sort()).toEqual([
    'PROCESS CREATED',
    'PROCESS_INSTANCE ELEMENT_ACTIVATING',
    'PROCESS_INSTANCE ELEMENT_COMPLETED',
    'VARIABLE CREATED',
  ]);
});

test('should refuse a type of values that is none', () => {
  expect(() =>
    parseSearchIndexArguments('search', 'opensearch', { 'index.variable-value-type-inclusion': 'Text' }),
  ).toThrow('to be types out of String, Number, Boolean, Object, Null, separated by commas, but it is "Text"');
});
