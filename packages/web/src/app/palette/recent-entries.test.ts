import { expect, test } from 'vitest';
import { parseRecentEntries } from './recent-entries.ts';

const order = {
  id: 'process order',
  title: 'Order',
  kind: 'Process',
  target: { href: '/operate/processes?process=order' },
};

test('should read what was remembered', () => {
  expect(parseRecentEntries(JSON.stringify([order]))).toEqual([order]);
});

test('should leave out what it does not understand', () => {
  expect(parseRecentEntries('{')).toEqual([]);
  expect(parseRecentEntries('{"a":1}')).toEqual([]);
  expect(parseRecentEntries(JSON.stringify([null, 7, { ...order, id: 7 }, { ...order, target: null }]))).toEqual([]);
});

test.each(['javascript:alert(1)', 'https://example.org/operate', '//example.org', '/operated', '/v2/docs'])(
  'should not lead out of the apps to %s',
  (href) => {
    expect(parseRecentEntries(JSON.stringify([{ ...order, target: { href } }]))).toEqual([]);
  },
);
