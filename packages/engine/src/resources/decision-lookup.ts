import type { ResourceBinding } from '@waggle/bpmn';
import type { DecisionValue } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { type BindingOrigin, boundVersion } from './bound-version.ts';

/** The version of a decision that a task is bound to; `undefined` when there is none. */
export function findDecision(
  { state }: Pick<Processing, 'state'>,
  { decisionId, ...binding }: ResourceBinding & { readonly decisionId: string },
  origin: BindingOrigin,
): DecisionValue | undefined {
  const tables = {
    latest: (name: string) => state.latestDecisions.get(name)?.key,
    versionTags: state.decisionVersionTags,
    deployed: state.deployedDecisions,
  };
  const key = boundVersion(state, tables, { ...binding, id: decisionId }, origin);
  return key === undefined ? undefined : state.decisions.get(key);
}
