import { businessIdOf } from '../business-id.ts';
import { person } from '../people.ts';
import type { Story } from '../planned-instance.ts';
import { catalogue } from './catalogue.ts';
import { hostileVariables } from './hostile-variables.ts';
import { delivery, goods, order, payment, shipped, TWO_WEEKS, unpaid } from './order.ts';

const VERSION_1 = '1.0';
/** Short enough to watch an order being cancelled. */
const MOMENT = 'PT45S';

export const orderStories: readonly Story[] = [
  {
    name: 'order delivered',
    first: 2,
    weight: 30,
    tell: (context) => order(context, { messages: [payment(context), delivery(context)] }),
  },
  {
    name: 'order delivered, old version',
    first: 0,
    weight: 4,
    tell: (context) => order(context, { versionTag: VERSION_1, messages: [payment(context), delivery(context)] }),
  },
  { name: 'order waits for payment', first: 2, weight: 8, tell: (context) => unpaid(context) },
  {
    name: 'order waits for payment, old version',
    first: 1,
    weight: 4,
    tell: (context) => unpaid(context, { versionTag: VERSION_1 }),
  },
  {
    name: 'order migrated by a batch',
    first: 1,
    weight: 1,
    tell: (context) => unpaid(context, { versionTag: VERSION_1, operation: 'migrate-by-batch' }),
  },
  {
    name: 'parcel on its way, migration fails',
    first: 1,
    weight: 0.5,
    tell: (context) =>
      order(context, { versionTag: VERSION_1, operation: 'migrate-by-batch', messages: [payment(context)] }),
  },
  { name: 'order not paid in time', first: 1, weight: 3, tell: (context) => unpaid(context, {}, MOMENT) },
  {
    name: 'parcel on its way',
    first: 1,
    weight: 8,
    tell: (context) => order(context, { messages: [payment(context)] }),
  },
  {
    name: 'card declined',
    first: 1,
    weight: 4,
    tell: (context) =>
      order(context, { variables: { payment: { method: 'card', token: 'tok_declined', deadline: TWO_WEEKS } } }),
  },
  { name: 'order cancelled', first: 1, weight: 2, tell: (context) => unpaid(context, { operation: 'cancel' }) },
  {
    name: 'abandoned, cancelled by a batch',
    first: 2,
    weight: 2,
    tell: (context) => unpaid(context, { operation: 'cancel-by-batch', tags: ['demo', 'abandoned'] }),
  },
  { name: 'order suspended', first: 1, weight: 1, tell: (context) => unpaid(context, { operation: 'suspend' }) },
  {
    name: 'order suspended by a batch',
    first: 1,
    weight: 1,
    tell: (context) => unpaid(context, { operation: 'suspend-by-batch', tags: ['demo', 'vendor-strike'] }),
  },
  {
    name: 'out of stock',
    first: 1,
    weight: 1,
    tell: (context) => order(context, { variables: { items: [{ ...goods[1], quantity: 400 }], amount: 179_600 } }),
  },
  // The carrier is back when an operator tries again.
  { name: 'carrier down', first: 1, weight: 2, tell: (context) => shipped(context, { carrier: 'nordpost' }) },
  {
    name: 'carrier down, resolved by a batch',
    first: 1,
    weight: 1,
    tell: (context) => ({ ...shipped(context, { carrier: 'nordpost' }), operation: 'resolve-by-batch' }),
  },
  {
    name: 'unknown address',
    first: 1,
    weight: 1,
    tell: (context) => {
      const customer = person(context.random);
      return shipped(context, {
        customer: {
          ...customer,
          tier: 'bronze',
          address: { ...customer.address, city: 'Nirgendwo', postalCode: '00000' },
        },
      });
    },
  },
  { name: 'never weighed', first: 1, weight: 1, tell: (context) => shipped(context, { parcelWeightKg: null }) },
  { name: 'no carrier chosen', first: 1, weight: 1, tell: (context) => shipped(context, { carrier: null }) },
  {
    name: 'carrier refuses the parcel',
    first: 1,
    weight: 0.5,
    tell: (context) => shipped(context, { items: [{ ...goods[5], name: 'Lithium batteries, loose', quantity: 2 }] }),
  },
  {
    name: 'goods picked at the second try',
    first: 1,
    weight: 1,
    tell: (context) => shipped(context, { items: [{ ...goods[2], quantity: 1, shelf: 'blocked' }] }),
  },
  {
    name: 'order with a large variable',
    first: 1,
    weight: 0.3,
    tell: (context) =>
      order(context, { messages: [payment(context)], variables: { catalogue: catalogue(context.random) } }),
  },
  {
    name: 'order with hostile names and values',
    first: 1,
    weight: 0,
    tell: (context) =>
      order(context, {
        businessId: `<b>${businessIdOf('order', context.ordinal)}</b>`,
        tags: ['demo', 'hostile'],
        variables: hostileVariables,
      }),
  },
];
