import { SearchError } from '../errors.ts';
import { PAGE_FROM_MAX, PAGE_LIMIT_DEFAULT, type PageRequest } from '../search-request.ts';

/** What a request says of its page; clients may write null for what they leave out. */
type RequestedPage = { readonly [Name in keyof PageRequest]: PageRequest[Name] | null };

/** The page that is asked for. @throws {SearchError} INVALID_REQUEST: it mixes ways of paging, or skips too much. */
export function pageOf(requested: RequestedPage | null | undefined): PageRequest {
  const page: PageRequest = Object.fromEntries(Object.entries(requested ?? {}).filter(([, value]) => value !== null));
  const { from, limit = PAGE_LIMIT_DEFAULT, after, before } = page;
  if (after !== undefined && before !== undefined) {
    throw new SearchError('INVALID_REQUEST', 'Only one of [after, before] is allowed');
  }
  if (from !== undefined && (after !== undefined || before !== undefined)) {
    throw new SearchError(
      'INVALID_REQUEST',
      `Only one of [from, ${after === undefined ? 'before' : 'after'}] is allowed`,
    );
  }
  if (from !== undefined && from + limit > PAGE_FROM_MAX) {
    throw new SearchError(
      'INVALID_REQUEST',
      `The value for page.from + page.limit is '${from + limit}' but must be at most ${PAGE_FROM_MAX}; go on with page.after instead`,
    );
  }
  return page;
}
