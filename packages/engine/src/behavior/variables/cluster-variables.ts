/** What expressions see as `camunda`: variables that belong to no instance. */
import { type FeelContext, fromJsonText } from '@waggle/feel';
import type { Processing } from '../../processing.ts';
import { GLOBAL_SCOPE } from '../../state/table-names.ts';
import { type ContextSource, LazyContext } from '../expressions/lazy-context.ts';

/** Name under which expressions find it, unless a variable of the instance has the same. */
export const CAMUNDA = 'camunda';

/**
 * `vars.cluster` and `vars.tenant` are the variables of one scope; `vars.env` those of both, a tenant's before a global
 * one of the same name.
 */
export function camundaContext(processing: Processing, tenantId: string): FeelContext {
  const cluster = scopeSource(processing, GLOBAL_SCOPE);
  const tenant = scopeSource(processing, tenantId);
  const env: ContextSource = {
    get: (name) => tenant.get(name) ?? cluster.get(name),
    names: () => [...cluster.names(), ...tenant.names()],
  };
  const vars = new Map([
    ['cluster', new LazyContext(cluster)],
    ['tenant', new LazyContext(tenant)],
    ['env', new LazyContext(env)],
  ]);
  return new Map([['vars', vars]]);
}

function scopeSource({ state }: Processing, scope: string): ContextSource {
  return {
    get(name) {
      const variable = state.clusterVariables.get(scope, name);
      return variable === undefined ? undefined : fromJsonText(variable.value);
    },
    names() {
      const names: string[] = [];
      state.clusterVariables.forEach(scope, (name) => names.push(name));
      return names;
    },
  };
}
