/**
 * What the jobs of the order process do, the same whichever client brings them. In earnest these would call a payment
 * provider, an accounting system and so on.
 *
 * A job may come twice: when the worker is cut off after the work and before its answer arrived, another worker gets it.
 * So each of these must be safe to repeat, for example by handing the order's id to the payment provider as reference.
 */
export type JobOutcome =
  | { readonly kind: 'complete'; readonly variables: Record<string, string | number | boolean> }
  | { readonly kind: 'error'; readonly errorCode: string; readonly errorMessage: string };

export type OrderJob = (variables: Readonly<Record<string, unknown>>) => Promise<JobOutcome>;

/** Above it the card is refused, so that one can see the error path. */
const CARD_LIMIT = 10_000;

/** By job type, as the service tasks of order-fulfilment.bpmn name it. */
export const orderJobs: Readonly<Record<string, OrderJob>> = {
  'payment-service': async ({ reference, total }) =>
    Number(total) > CARD_LIMIT
      ? { kind: 'error', errorCode: 'PAYMENT_FAILED', errorMessage: `The card is limited to ${CARD_LIMIT}.` }
      : { kind: 'complete', variables: { paymentId: `payment-${reference}` } },
  'fraud-check': async () => ({ kind: 'complete', variables: { isSuspicious: false } }),
  'send-invoice': async ({ orderId }) => ({ kind: 'complete', variables: { invoiceId: `invoice-${orderId}` } }),
  'hand-over-to-carrier': async ({ orderId }) => ({ kind: 'complete', variables: { parcelId: `parcel-${orderId}` } }),
  'escalate-delay': async () => ({ kind: 'complete', variables: { isDelayed: true } }),
  'tell-customer': async () => ({ kind: 'complete', variables: { isCustomerTold: true } }),
};
