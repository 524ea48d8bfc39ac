import { daysFrom } from '../iso-moment.ts';
import { person } from '../people.ts';
import type { PlannedInstance, PlannedMessage, Story, StoryContext } from '../planned-instance.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { catalogue } from './catalogue.ts';

const VERSION_1 = '1.0';
/** Long enough for nobody to see it fire. */
const TWO_WEEKS = 'P14D';
/** Short enough to watch an order being cancelled. */
const MOMENT = 'PT45S';

const goods = [
  { sku: 'TEA-0100', name: 'Ostfriesentee, 500 g', price: 12.9, weightKg: 0.6 },
  { sku: 'ESP-2210', name: 'Espresso machine “Crema”', price: 449, weightKg: 9.4 },
  { sku: 'MUG-0007', name: 'Becher „Grüße aus Köln“', price: 8.5, weightKg: 0.4 },
  { sku: 'GRN-0450', name: 'Coffee grinder', price: 89.95, weightKg: 2.1 },
  { sku: 'KTL-1180', name: 'Wasserkessel, emailliert', price: 54, weightKg: 1.3 },
  { sku: 'BKS-0031', name: 'Brewing: a field guide', price: 24, weightKg: 0.9 },
] as const;

/** Nothing of this may ever be executed, wherever it is shown. */
const hostile = {
  '<script>alert(1)</script>': '<script>alert(document.cookie)</script>',
  'note <img src=x onerror=alert(2)>': '<img src=x onerror="alert(2)">',
  link: 'javascript:alert(3)',
  ['__proto__']: { constructor: { prototype: 'polluted' } },
  "'; DROP TABLE variable; --": '"}]}\u0000',
  'rechts\u202Enach links': 'עברית \u202Eوعربي',
  ['a very long name '.repeat(12).trim()]: '𝒳'.repeat(300),
  '': 'a variable without a name',
};

interface Item {
  readonly sku: string;
  readonly name: string;
  readonly price: number;
  readonly weightKg: number;
  readonly quantity: number;
}

/** An order that goes well as far as it is paid and delivered; a story changes what it is about. */
function order(
  { random, ordinal, nowMs }: StoryContext,
  {
    messages = [],
    variables = {},
    ...rest
  }: Partial<PlannedInstance> & { readonly messages?: readonly PlannedMessage[] },
): PlannedInstance {
  const orderId = orderIdOf(ordinal);
  const items = itemsOf(random);
  const express = random.chance(0.3);
  return {
    processDefinitionId: 'order-process',
    businessId: orderId,
    tags: ['demo', random.pick(['channel:web', 'channel:app', 'channel:phone']), ...(express ? ['express'] : [])],
    messages,
    ...rest,
    variables: {
      orderId,
      placedAt: daysFrom(nowMs, -random.integer(0, 240) / 24),
      customer: { ...person(random), tier: random.pick(['gold', 'silver', 'bronze', 'bronze']) },
      items,
      amount: round(items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)),
      express,
      carrier: random.pick(['dhl', 'dpd', 'gls']),
      parcelWeightKg: round(items.reduce((sum, { weightKg, quantity }) => sum + weightKg * quantity, 0)),
      payment: { method: random.pick(['card', 'paypal', 'invoice']), token: `tok_${ordinal}`, deadline: TWO_WEEKS },
      ...variables,
    },
  };
}

const payment = ({ random, ordinal, nowMs }: StoryContext): PlannedMessage => ({
  name: 'payment-received',
  correlationKey: orderIdOf(ordinal),
  variables: { paidAt: new Date(nowMs).toISOString(), receipt: `R-${random.integer(100_000, 999_999)}` },
});

const delivery = ({ random, ordinal }: StoryContext): PlannedMessage => ({
  name: 'parcel-delivered',
  correlationKey: orderIdOf(ordinal),
  variables: { deliveredTo: random.pick(['front door', 'Nachbar', 'reception', 'Packstation 112']) },
});

/** Paid, and then something is wrong with the parcel. */
function shipped(context: StoryContext, variables: Readonly<Record<string, unknown>>): PlannedInstance {
  return order(context, { messages: [payment(context)], variables });
}

function unpaid(
  context: StoryContext,
  rest: Partial<PlannedInstance> = {},
  deadline: string = TWO_WEEKS,
): PlannedInstance {
  return order(context, { ...rest, variables: { payment: { method: 'invoice', token: null, deadline } } });
}

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
        businessId: `<b>${orderIdOf(context.ordinal)}</b>`,
        tags: ['demo', 'hostile'],
        variables: hostile,
      }),
  },
];

function itemsOf(random: SeededRandom): readonly Item[] {
  const first = random.integer(0, goods.length - 1);
  return Array.from({ length: random.integer(1, 4) }, (_, index) => ({
    ...(goods[(first + index) % goods.length] as (typeof goods)[number]),
    quantity: random.integer(1, 4),
  }));
}

function orderIdOf(ordinal: number): string {
  return `order-${10_000 + ordinal}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
