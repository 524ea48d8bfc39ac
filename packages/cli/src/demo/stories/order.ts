import { businessIdOf } from '../business-id.ts';
import { daysFrom } from '../iso-moment.ts';
import { person } from '../people.ts';
import type { PlannedInstance, PlannedMessage, StoryContext } from '../planned-instance.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** Long enough for nobody to see it fire. */
export const TWO_WEEKS = 'P14D';

export const goods = [
  { sku: 'TEA-0100', name: 'Ostfriesentee, 500 g', price: 12.9, weightKg: 0.6 },
  { sku: 'ESP-2210', name: 'Espresso machine “Crema”', price: 449, weightKg: 9.4 },
  { sku: 'MUG-0007', name: 'Becher „Grüße aus Köln“', price: 8.5, weightKg: 0.4 },
  { sku: 'GRN-0450', name: 'Coffee grinder', price: 89.95, weightKg: 2.1 },
  { sku: 'KTL-1180', name: 'Wasserkessel, emailliert', price: 54, weightKg: 1.3 },
  { sku: 'BKS-0031', name: 'Brewing: a field guide', price: 24, weightKg: 0.9 },
] as const;

interface Item {
  readonly sku: string;
  readonly name: string;
  readonly price: number;
  readonly weightKg: number;
  readonly quantity: number;
}

/** An order that goes well as far as it is paid and delivered; a story changes what it is about. */
export function order(
  { random, ordinal, nowMs }: StoryContext,
  {
    messages = [],
    variables = {},
    ...rest
  }: Partial<PlannedInstance> & { readonly messages?: readonly PlannedMessage[] },
): PlannedInstance {
  const orderId = businessIdOf('order', ordinal);
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

export const payment = ({ random, ordinal, nowMs }: StoryContext): PlannedMessage => ({
  name: 'payment-received',
  correlationKey: businessIdOf('order', ordinal),
  variables: { paidAt: new Date(nowMs).toISOString(), receipt: `R-${random.integer(100_000, 999_999)}` },
});

export const delivery = ({ random, ordinal }: StoryContext): PlannedMessage => ({
  name: 'parcel-delivered',
  correlationKey: businessIdOf('order', ordinal),
  variables: { deliveredTo: random.pick(['front door', 'Nachbar', 'reception', 'Packstation 112']) },
});

/** Paid, and then something is wrong with the parcel. */
export function shipped(context: StoryContext, variables: Readonly<Record<string, unknown>>): PlannedInstance {
  return order(context, { messages: [payment(context)], variables });
}

export function unpaid(
  context: StoryContext,
  rest: Partial<PlannedInstance> = {},
  deadline: string = TWO_WEEKS,
): PlannedInstance {
  return order(context, { ...rest, variables: { payment: { method: 'invoice', token: null, deadline } } });
}

function itemsOf(random: SeededRandom): readonly Item[] {
  const first = random.integer(0, goods.length - 1);
  return Array.from({ length: random.integer(1, 4) }, (_, index) => ({
    ...(goods[(first + index) % goods.length] as (typeof goods)[number]),
    quantity: random.integer(1, 4),
  }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
