import { expect, test } from 'vitest';
import { demoJobs } from './demo-jobs.ts';

const work = (type: string, variables: Readonly<Record<string, unknown>>, isRetriedByOperator = false) =>
  demoJobs.find((job) => job.type === type)?.work(variables, isRetriedByOperator);

const address = { street: 'Königstraße 1', postalCode: '50667', city: 'Köln' };

test('should have one worker for a type', () => {
  expect(new Set(demoJobs.map(({ type }) => type)).size).toBe(demoJobs.length);
});

test('should let an operator mend what is wrong with the data', () => {
  expect(work('create-label-dhl', { address: { ...address, postalCode: '00000' } })).toMatchObject({ isFinal: true });
  expect(work('create-label-dhl', { address, orderId: 'order-7' })).toMatchObject({ kind: 'complete' });
  expect(work('check-stock', { items: [{ name: 'Tea', quantity: 400 }] })).toMatchObject({
    errorMessage: 'Expected 400 × Tea in stock, but there are 120. Order more, or change the quantity.',
  });
  expect(work('check-stock', { items: [{ name: 'Tea', quantity: 4 }] })).toMatchObject({ kind: 'complete' });
});

test('should find the carrier back when an operator tries again', () => {
  expect(work('create-label-nordpost', { address })).toMatchObject({ kind: 'fail' });
  expect(work('create-label-nordpost', { address }, true)).toMatchObject({ kind: 'complete' });
});

test('should throw errors with codes that models know, or do not', () => {
  expect(work('request-payment', { token: 'tok_declined' })).toMatchObject({ errorCode: 'CARD_DECLINED' });
  expect(work('hand-over', { parcel: { items: [{ name: 'Lithium cell' }] } })).toMatchObject({ kind: 'error' });
});

test('should let nobody complete a talk that was none', () => {
  expect(work('check-talk', {})).toMatchObject({ kind: 'deny', reason: expect.stringContaining('but it is null') });
  expect(work('check-talk', { minutes: 10 })).toMatchObject({ kind: 'complete' });
});
