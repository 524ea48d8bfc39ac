import type { QueryClient } from '@tanstack/react-query';
import { type ElementInstanceFilterFields, searchElementInstances, searchVariables } from '../../../api/gen/api.ts';
import { apiQuery } from '../../../api/use-api.ts';
import type { ElementFacts } from '../../model/process-facts.ts';
import type { OpenScope } from './token-placement.ts';

/** More are not offered for choosing. */
export const SCOPES_MAX = 200;

/** All running instances of the scopes around an element, asked for at the moment they matter. */
export async function runningScopes(
  queries: QueryClient,
  processInstanceKey: string,
  { scopes }: ElementFacts,
): Promise<readonly OpenScope[]> {
  if (scopes.length === 0) return [];
  const alternatives = scopes.map(({ id, type }): ElementInstanceFilterFields => ({ elementId: id, type }));
  const { items } = await queries.fetchQuery(
    apiQuery(searchElementInstances, {
      body: {
        filter: { processInstanceKey, state: 'ACTIVE', $or: alternatives },
        sort: [{ field: 'startDate', order: 'ASC' }],
        page: { limit: SCOPES_MAX },
      },
    }),
  );
  return items.map(({ elementInstanceKey, elementId, type, startDate }) => ({
    key: elementInstanceKey,
    elementId,
    type,
    startDate,
  }));
}

/** How often a loop runs at the moment: its bodies, not what they repeat. */
export async function runningLoops(
  queries: QueryClient,
  processInstanceKey: string,
  elementId: string,
): Promise<number> {
  const { page } = await queries.fetchQuery(
    apiQuery(searchElementInstances, {
      body: {
        filter: { processInstanceKey, elementId, type: 'MULTI_INSTANCE_BODY', state: 'ACTIVE' },
        page: { limit: 1 },
      },
    }),
  );
  return page.totalItems;
}

/** The numbers of items in a loop, by the key of what runs for them. */
export async function loopItems(
  queries: QueryClient,
  processInstanceKey: string,
  scopeKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { items } = await queries.fetchQuery(
    apiQuery(searchVariables, {
      body: {
        filter: { processInstanceKey, name: 'loopCounter', scopeKey: { $in: scopeKeys } },
        page: { limit: SCOPES_MAX },
      },
    }),
  );
  return new Map(items.map(({ scopeKey, value }) => [scopeKey, value]));
}
