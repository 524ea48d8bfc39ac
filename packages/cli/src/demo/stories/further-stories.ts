import { businessIdOf } from '../business-id.ts';
import type { PlannedInstance, Story, StoryContext } from '../planned-instance.ts';

/** Deep enough for a breadcrumb that has to be shortened. */
const CHAIN_DEPTH = 6;
/** Enough for a loop that folds; tests start with far more. */
const BULK_ITEM_COUNT = 50;

function report({ ordinal }: StoryContext, variables: Readonly<Record<string, unknown>>): PlannedInstance {
  return {
    processDefinitionId: 'nightly-report',
    businessId: businessIdOf('report', ordinal),
    tags: ['demo'],
    variables,
  };
}

function chain({ ordinal }: StoryContext, waitAtEnd: boolean): PlannedInstance {
  return {
    processDefinitionId: 'call-chain',
    businessId: businessIdOf('chain', ordinal),
    tags: ['demo'],
    variables: { depth: CHAIN_DEPTH, waitAtEnd },
  };
}

/** @param checked every so many items need somebody to look at them; 0 = none. */
function bulk({ random, ordinal }: StoryContext, checked: number): PlannedInstance {
  return {
    processDefinitionId: 'bulk-items',
    businessId: businessIdOf('bulk', ordinal),
    tags: ['demo'],
    variables: {
      items: Array.from({ length: BULK_ITEM_COUNT }, (_, index) => ({
        sku: `BLK-${String(index).padStart(4, '0')}`,
        net: random.integer(100, 9_900) / 100,
        check: checked > 0 && index % checked === 0,
      })),
    },
  };
}

function request({ ordinal }: StoryContext, isAnswered: boolean): PlannedInstance {
  const requestId = businessIdOf('request', ordinal);
  return {
    processDefinitionId: 'no-diagram',
    businessId: requestId,
    tags: ['demo'],
    variables: { requestId },
    messages: isAnswered
      ? [{ name: 'reply-received', correlationKey: requestId, variables: { reply: 'Ja, gerne.' } }]
      : [],
  };
}

export const furtherStories: readonly Story[] = [
  { name: 'report published', first: 0, weight: 2, tell: (context) => report(context, { effort: 'normal' }) },
  { name: 'report being made', first: 1, weight: 0.5, tell: (context) => report(context, { effort: 'large' }) },
  {
    name: 'report dropped',
    first: 1,
    weight: 1,
    tell: (context) => report(context, { effort: 'normal', revenue: -1 }),
  },
  { name: 'chain of calls', first: 1, weight: 0, tell: (context) => chain(context, true) },
  { name: 'chain of calls that has ended', first: 0, weight: 0.3, tell: (context) => chain(context, false) },
  { name: 'items to check', first: 1, weight: 0, tell: (context) => bulk(context, 10) },
  { name: 'items priced', first: 0, weight: 0.3, tell: (context) => bulk(context, 0) },
  { name: 'request without a diagram', first: 1, weight: 0, tell: (context) => request(context, false) },
  { name: 'request without a diagram, answered', first: 0, weight: 0.5, tell: (context) => request(context, true) },
];
