import { call } from '../../../api/call.ts';
import { searchVariables, type VariableSearchResult } from '../../../api/gen/api.ts';
import { formatJson } from '../../../parts/json/format-json.ts';

/** Whole values may be megabytes each. */
const PAGE_LIMIT = 50;

/**
 * All variables of a scope with their whole values, also those that the page has not loaded.
 * @returns one JSON object, with every number as the server has it.
 * @throws {ApiProblem} the server did not give them.
 */
export async function allVariablesText(
  processInstanceKey: string,
  scopeKey: string,
): Promise<{ readonly text: string; readonly count: number }> {
  const variables: VariableSearchResult[] = [];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof page>> = await page(processInstanceKey, scopeKey, after);
    variables.push(...answer.items);
    after = answer.items.length < PAGE_LIMIT ? null : answer.page.endCursor;
  } while (after !== null);
  const properties = variables.map(({ name, value }) => `${JSON.stringify(name)}:${value}`);
  return { text: formatJson(`{${properties.join(',')}}`), count: variables.length };
}

function page(processInstanceKey: string, scopeKey: string, after: string | null) {
  return call(searchVariables, {
    query: { truncateValues: false },
    body: {
      filter: { processInstanceKey, scopeKey },
      sort: [{ field: 'name', order: 'ASC' }],
      page: after === null ? { limit: PAGE_LIMIT } : { limit: PAGE_LIMIT, after },
    },
  });
}
