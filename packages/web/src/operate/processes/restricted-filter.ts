/**
 * What a batch operation is given to choose by. At the top of its filter it replaces states by all it can be done to, and
 * callers by none, as in Camunda: only below `$or` a state counts. So what is shown as chosen is all that is touched.
 */
import type { ProcessInstanceFilter } from '../../api/gen/api.ts';

export type InstanceStateValue = 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED';

/** Those in one of the states. @returns `undefined` when the filter leaves none of them. */
export function restrictedToStates(
  filter: ProcessInstanceFilter,
  states: readonly InstanceStateValue[],
): ProcessInstanceFilter | undefined {
  const { state, $or, ...others } = filter;
  const left = states.filter((one) => fits(state, one));
  const alternatives = ($or ?? [{}]).flatMap((alternative) => {
    const both = left.filter((one) => fits(alternative.state, one));
    return both.length === 0 ? [] : [{ ...alternative, state: both.length === 1 ? both[0]! : { $in: both } }];
  });
  return alternatives.length === 0 ? undefined : { ...others, $or: alternatives };
}

/** Those that no other instance called. @returns `undefined` when it asks for called ones. */
export function restrictedToRoots(filter: ProcessInstanceFilter | undefined): ProcessInstanceFilter | undefined {
  if (filter === undefined || filter.parentProcessInstanceKey !== undefined) return undefined;
  return { ...filter, parentProcessInstanceKey: { $exists: false } };
}

/** Of the forms that pages ask in; of others only the server knows. */
function fits(state: ProcessInstanceFilter['state'], one: InstanceStateValue): boolean {
  if (state === undefined) return true;
  if (typeof state === 'string') return state === one;
  return state.$in?.includes(one) ?? state.$eq === one;
}
