/** Where a token can be put, by the rules of the engine. */
import type { ElementFacts, ScopeFacts } from '../../model/process-facts.ts';
import type { TokenCounts } from './modification-plan.ts';

/** Why no token can be put onto an element, by the name of the text that says so. */
export type PlacementProblem = 'startEvent' | 'boundaryEvent' | 'behindEventBasedGateway' | 'insideClosedLoop';

/** A scope that runs. */
export interface OpenScope {
  readonly key: string;
  readonly elementId: string;
  readonly type: string;
  /** Date and time as the API gives it. */
  readonly startDate: string;
}

export function placementProblem(
  element: ElementFacts,
  counts: TokenCounts,
  source?: ElementFacts,
): PlacementProblem | undefined {
  if (element.type === 'START_EVENT') return 'startEvent';
  if (element.type === 'BOUNDARY_EVENT') return 'boundaryEvent';
  if (element.isBehindEventBasedGateway) return 'behindEventBasedGateway';
  const isOpen = ({ id }: ScopeFacts) => (counts.get(id) ?? 0) > 0;
  const opened = element.scopes.filter((scope) => !isOpen(scope) || scope.id === source?.id);
  return opened.some(({ isOfLoop }) => isOfLoop) ? 'insideClosedLoop' : undefined;
}

export interface ScopeChoice {
  /** Running scopes of which one is to be chosen; empty = there is no question. */
  readonly choices: readonly OpenScope[];
  /** The one that is taken when there is no question; `undefined` = the process instance, or where the source is. */
  readonly ancestorKey: string | undefined;
  /** The scope the choices are instances of. */
  readonly scope: ScopeFacts | undefined;
  /** Scopes that are opened below it. */
  readonly openedScopeIds: readonly string[];
  /** Whether a new instance of the scope may be opened instead of choosing one. */
  readonly mayOpenAnother: boolean;
  /** What is opened then. */
  readonly anotherOpens: readonly string[];
}

/**
 * @param open all running instances of the scopes around the element.
 * @param source moved from there; absent = a token is added.
 */
export function scopeChoice(element: ElementFacts, open: readonly OpenScope[], source?: ElementFacts): ScopeChoice {
  const shared = source === undefined ? 0 : sharedDepth(element.scopes, source.scopes);
  const isSourceAround = source !== undefined && element.scopes.some(({ id }) => id === source.id);
  const below = idsOf(element.scopes.slice(shared));
  const asSource: ScopeChoice = {
    choices: [],
    ancestorKey: undefined,
    scope: undefined,
    openedScopeIds: below,
    mayOpenAnother: false,
    anotherOpens: [],
  };
  // The scope that is moved ends: what is opened for the token is another.
  if (isSourceAround) return asSource;
  for (let depth = element.scopes.length - 1; depth >= shared; depth--) {
    const scope = element.scopes[depth]!;
    const instances = open.filter(({ elementId, type }) => elementId === scope.id && type === scope.type);
    if (instances.length === 0) continue;
    const openedScopeIds = idsOf(element.scopes.slice(depth + 1));
    if (instances.length === 1) return { ...asSource, ancestorKey: instances[0]!.key, scope, openedScopeIds };
    return {
      choices: instances,
      ancestorKey: undefined,
      scope,
      openedScopeIds,
      mayOpenAnother: !element.scopes.slice(shared).some(({ isOfLoop }) => isOfLoop),
      anotherOpens: below,
    };
  }
  return asSource;
}

function sharedDepth(scopes: readonly ScopeFacts[], others: readonly ScopeFacts[]): number {
  let depth = 0;
  while (
    depth < scopes.length &&
    scopes[depth]!.id === others[depth]?.id &&
    scopes[depth]!.type === others[depth]!.type
  )
    depth += 1;
  return depth;
}

/** A loop is two scopes of one id. */
function idsOf(scopes: readonly ScopeFacts[]): readonly string[] {
  return [...new Set(scopes.map(({ id }) => id))];
}
