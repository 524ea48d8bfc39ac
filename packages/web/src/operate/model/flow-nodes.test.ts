import { expect, test } from 'vitest';
import { flowNodesOf } from './flow-nodes.ts';
import type { ModelElement } from './process-model.ts';

function element(id: string, type: string, name?: string): readonly [string, ModelElement] {
  return [id, { id, type, name, parentId: undefined, mappings: [] }];
}

test('should tell what tokens can be at by name, the nameless by their ids', () => {
  // given
  const elements = new Map([
    element('order', 'process', 'Order'),
    element('pay', 'serviceTask', ' Pay\n the order '),
    element('basket', 'dataObject', 'Basket'),
    element('done', 'endEvent'),
    element('flow', 'sequenceFlow'),
  ]);

  // when
  const nodes = flowNodesOf({ elements, ancestorsOf: () => [], isShape: () => true });

  // then
  expect(nodes).toEqual([
    { id: 'done', name: 'done', type: 'endEvent' },
    { id: 'pay', name: 'Pay the order', type: 'serviceTask' },
  ]);
});
