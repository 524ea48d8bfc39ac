import { expect, test } from 'vitest';
import { partOf } from './part-of.ts';

const whole = { x: 0, y: 0, width: 2000, height: 300 };
const pane = { width: 390, height: 500 };
const shapes = [
  { id: 'Pool', x: 0, y: 0, width: 2000, height: 300 },
  { id: 'Ordered', x: 60, y: 80, width: 36, height: 36 },
  { id: 'Ship', x: 1000, y: 100, width: 100, height: 80 },
  { id: 'Done', x: 1900, y: 120, width: 36, height: 36 },
];

test('should show the element in the middle', () => {
  // when
  const part = partOf({ whole, pane, shapes, startId: 'Ship', zoom: 0.5 });

  // then
  expect(part).toEqual({ x: 660, y: -350, width: 780, height: 1000 });
});

test.each([undefined, 'Gone'])('should start where the diagram begins for %s', (startId) => {
  // when
  const part = partOf({ whole, pane, shapes, startId, zoom: 1 });

  // then
  expect(part.x).toBe(-24);
});

test('should leave room for the buttons at the end', () => {
  // when
  const part = partOf({ whole, pane, shapes, startId: 'Done', zoom: 1 });

  // then
  expect(part.x + part.width).toBe(2048);
});

test('should show the middle of a diagram without elements', () => {
  // when
  const part = partOf({ whole, pane, shapes: [], startId: undefined, zoom: 1 });

  // then
  expect(part.x + part.width / 2).toBe(1000);
});
