import { fieldsOf } from '../client/answer-field.ts';
import type { Variables } from './demo-api.ts';

/** What a worker makes of a job. */
export type JobOutcome =
  | { readonly kind: 'complete'; readonly variables: Variables }
  /** Tried in vain; tried again later as long as it has retries left. */
  | { readonly kind: 'fail'; readonly errorMessage: string; readonly isFinal?: true; readonly backOffMs?: number }
  | { readonly kind: 'error'; readonly errorCode: string; readonly errorMessage: string }
  /** A listener that does not let a task be completed. */
  | { readonly kind: 'deny'; readonly reason: string }
  /** Takes as long as nobody wants to wait for in a test. */
  | { readonly kind: 'long'; readonly variables: Variables };

export interface DemoJobType {
  readonly type: string;
  /** Name of the worker, as it is shown with the job. */
  readonly worker: string;
  /** @param isRetriedByOperator the job had failed for good, and somebody gave it another try. */
  work(variables: Variables, isRetriedByOperator: boolean): JobOutcome;
}

const TALK_MINUTES_MIN = 10;
const STOCK_PIECES = 120;
/** Long enough to be seen waiting for its next try. */
const BLOCKED_SHELF_BACK_OFF_MS = 10 * 60 * 1_000;

const done = (variables: Variables = {}): JobOutcome => ({ kind: 'complete', variables });

/** Jobs that always go well. */
function easy(type: string, worker: string, variables: (given: Variables) => Variables = () => ({})): DemoJobType {
  return { type, worker, work: (given) => done(variables(given)) };
}

export const demoJobs: readonly DemoJobType[] = [
  { type: 'check-stock', worker: 'warehouse-1', work: checkStock },
  easy('check-for-fraud', 'risk-service', ({ total }) => ({ riskScore: Number(total) > 1_000 ? 0.34 : 0.08 })),
  { type: 'request-payment', worker: 'payment-gateway', work: requestPayment },
  easy('reserve-courier', 'courier-desk', ({ city }) => ({
    courier: city === 'London' ? 'Pedal & Post' : 'Radkurier Süd',
  })),
  easy('cancel-order', 'shop-backend', () => ({ cancelledBecause: 'not paid in time' })),
  easy('tell-customer', 'mailer'),
  easy('audit-trail', 'audit-log'),
  { type: 'pick-goods', worker: 'warehouse-2', work: pickGoods },
  easy('pack-parcel', 'warehouse-2'),
  { type: 'create-label-dhl', worker: 'carrier-dhl', work: createLabel },
  { type: 'create-label-dpd', worker: 'carrier-dpd', work: createLabel },
  { type: 'create-label-gls', worker: 'carrier-gls', work: createLabel },
  { type: 'create-label-nordpost', worker: 'carrier-nordpost', work: createNordpostLabel },
  { type: 'hand-over', worker: 'warehouse-dock', work: handOver },
  easy('ask-customer', 'mailer'),
  easy('send-refusal', 'mailer'),
  easy('pay-out-loan', 'core-banking', ({ iban }) => ({ payoutId: `payout-${String(iban).slice(-2)}` })),
  { type: 'check-talk', worker: 'people-desk', work: checkTalk },
  easy('order-badge', 'facility'),
  easy('set-up-phone', 'telephony'),
  easy('change-seat', 'facility'),
  easy('reserve-capacity', 'scheduler', () => ({ reservation: { cores: 8, minutes: 20 } })),
  easy('release-capacity', 'scheduler'),
  { type: 'aggregate-figures', worker: 'reporting', work: aggregateFigures },
  easy('publish-report', 'reporting'),
  easy('tell-on-call', 'pager'),
  easy('publish-prices', 'shop-backend'),
  easy('send-receipt', 'mailer'),
];

/** A worker that nobody has started: its jobs wait, as they do when a deployment was forgotten. */
export const jobTypesWithoutWorker = ['check-item'] as const;

function checkStock({ items }: Variables): JobOutcome {
  const missing = itemsOf(items).find(({ quantity }) => Number(quantity) > STOCK_PIECES);
  if (missing === undefined) return done({ warehouse: 'Köln-Niehl' });
  return {
    kind: 'fail',
    isFinal: true,
    errorMessage: `Expected ${missing.quantity} × ${missing.name} in stock, but there are ${STOCK_PIECES}. Order more, or change the quantity.`,
  };
}

function requestPayment({ reference, token }: Variables): JobOutcome {
  if (token === 'tok_declined') {
    return { kind: 'error', errorCode: 'CARD_DECLINED', errorMessage: 'The issuer declined the card: limit reached' };
  }
  return done({ paymentId: `pay-${String(reference)}` });
}

function pickGoods({ items }: Variables, isRetriedByOperator: boolean): JobOutcome {
  if (isRetriedByOperator || !itemsOf(items).some(({ shelf }) => shelf === 'blocked')) return done();
  return {
    kind: 'fail',
    errorMessage: 'Shelf C-14 is blocked by a fork lift; will try again',
    backOffMs: BLOCKED_SHELF_BACK_OFF_MS,
  };
}

function createLabel({ address, orderId }: Variables): JobOutcome {
  const { postalCode, city } = fieldsOf(address);
  if (postalCode !== '00000') return done({ trackingNumber: `JJD${String(orderId).replaceAll(/\D/g, '')}0042` });
  return {
    kind: 'fail',
    isFinal: true,
    errorMessage: `Address not found: no carrier delivers to ${String(postalCode)} ${String(city)}. Correct address.postalCode and retry.`,
  };
}

function createNordpostLabel(variables: Variables, isRetriedByOperator: boolean): JobOutcome {
  if (isRetriedByOperator) return createLabel(variables);
  return {
    kind: 'fail',
    errorMessage:
      'HTTP 503 Service Unavailable from https://api.nordpost.example/v3/labels\n' +
      '    at LabelClient.create (label-client.ts:88:13)\n    at CreateLabelWorker.handle (create-label.ts:41:22)\n' +
      'Caused by: connect ETIMEDOUT 203.0.113.40:443',
  };
}

function handOver({ parcel }: Variables): JobOutcome {
  const refused = itemsOf(fieldsOf(parcel).items).find(({ name }) => String(name).includes('Lithium'));
  if (refused === undefined) return done();
  return { kind: 'error', errorCode: 'DANGEROUS_GOODS', errorMessage: `The carrier refuses: ${String(refused.name)}` };
}

function checkTalk({ minutes }: Variables): JobOutcome {
  if (typeof minutes === 'number' && minutes >= TALK_MINUTES_MIN) return done();
  return {
    kind: 'deny',
    reason: `Expected the variable minutes to say how long you talked, at least ${TALK_MINUTES_MIN}, but it is ${JSON.stringify(minutes ?? null)}.`,
  };
}

function aggregateFigures({ effort, revenue }: Variables): JobOutcome {
  const variables = { figures: { revenue: revenue ?? 48_213.55, orders: 512, returns: 17 } };
  return effort === 'large' ? { kind: 'long', variables } : done(variables);
}

function itemsOf(items: unknown): readonly Variables[] {
  return Array.isArray(items) ? items.map(fieldsOf) : [];
}
