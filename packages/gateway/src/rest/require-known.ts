import type { ReadRequest } from '@waggle/search';
import type { EndpointCall } from './endpoint-call.ts';
import { notFound } from './errors.ts';

/**
 * For commands about what the engine has forgotten: only the read side knows whether there is such a thing. It is not asked
 * where there is none, and not believed while it is behind.
 * @param request gives nothing, or a page without items, when there is no such thing.
 * @throws {RestProblem} 404
 */
export async function requireKnown(call: EndpointCall<unknown>, request: ReadRequest, subject: string): Promise<void> {
  const answer = await call.dispatch.search?.read(request);
  if (answer === undefined || !answer.isFresh) return;
  const isKnown =
    answer.body !== undefined && (request.kind !== 'search' || (JSON.parse(answer.body) as Page).items.length > 0);
  if (!isKnown) throw notFound(`${subject} not found`);
}

interface Page {
  readonly items: readonly unknown[];
}
