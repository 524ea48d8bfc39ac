import type { ResourceBinding } from '@waggle/bpmn';
import { type Key, NO_KEY } from '@waggle/protocol';
import type { EngineView } from '../state/engine-state.ts';
import { tenantName } from '../state/table-names.ts';

/** The definition whose element names something else that is deployed, and its tenant. */
export interface BindingOrigin {
  readonly processDefinitionKey: Key;
  readonly tenantId: string;
}

/** Where the versions of one kind are found. */
export interface BoundTables {
  /** @param name id and tenant, see tenantName. */
  latest(name: string): Key | undefined;
  readonly versionTags: { get(name: string, versionTag: string): Key | undefined };
  readonly deployed: { get(deploymentKey: Key, id: string): Key | undefined };
}

/** The version that an element is bound to; `undefined` when there is none. */
export function boundVersion(
  state: EngineView,
  { latest, versionTags, deployed }: BoundTables,
  { id, bindingType, versionTag }: ResourceBinding & { readonly id: string },
  origin: BindingOrigin,
): Key | undefined {
  const name = tenantName(id, origin.tenantId);
  switch (bindingType) {
    case 'latest': {
      const key = latest(name);
      return key === NO_KEY ? undefined : key;
    }
    case 'versionTag':
      return versionTags.get(name, versionTag ?? '');
    case 'deployment': {
      const deploymentKey = deploymentOf(state, origin);
      return deploymentKey === undefined ? undefined : deployed.get(deploymentKey, id);
    }
  }
}

/** The deployment that brought the process which names something. */
export function deploymentOf(state: EngineView, origin: BindingOrigin): Key | undefined {
  return state.processes.get(origin.processDefinitionKey)?.deploymentKey;
}
