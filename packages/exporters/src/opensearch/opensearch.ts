import type { IndexNames } from '../search-index/index-names.ts';
import type { SearchIndexSettings } from '../search-index/search-index-settings.ts';
import type { SearchProduct } from '../search-index/search-product.ts';

/** Among other policies whose patterns match the same index, the highest counts. */
const POLICY_PRIORITY = 1;

/** Old indices go by a policy of the index state management, which finds new ones by their names. */
export const opensearch: SearchProduct = {
  title: 'OpenSearch',

  lifecycleSettings: () => ({}),

  async preparePolicy(server, settings, names) {
    const path = policyPath(settings);
    const { status, body } = await server.ask({ method: 'GET', path });
    const existing = status === 200 ? (body as ExistingPolicy) : undefined;
    if (settings.retention.isEnabled) {
      // Without the version it replaces, a policy that exists is a conflict.
      const version =
        existing === undefined
          ? ''
          : `?if_seq_no=${Number(existing._seq_no)}&if_primary_term=${Number(existing._primary_term)}`;
      await server.send({ method: 'PUT', path: `${path}${version}`, json: policyOf(settings, names) });
    } else if (existing !== undefined) {
      await server.send({ method: 'DELETE', path });
    }
  },

  async applyPolicy(server, { retention }, names) {
    if (retention.isEnabled) {
      const json = { policy_id: retention.policyName };
      await server.send({ method: 'POST', path: `/_plugins/_ism/add/${names.allIndices}`, json });
    } else {
      await server.sendIfKnown({ method: 'POST', path: `/_plugins/_ism/remove/${names.allIndices}` });
    }
  },
};

interface ExistingPolicy {
  readonly _seq_no: unknown;
  readonly _primary_term: unknown;
}

function policyPath({ retention }: SearchIndexSettings): string {
  return `/_plugins/_ism/policies/${encodeURIComponent(retention.policyName)}`;
}

function policyOf({ retention }: SearchIndexSettings, names: IndexNames): unknown {
  return {
    policy: {
      description: retention.policyDescription,
      default_state: 'initial',
      states: [
        {
          name: 'initial',
          actions: [],
          transitions: [{ state_name: 'delete', conditions: { min_index_age: retention.minimumAge } }],
        },
        { name: 'delete', actions: [{ delete: {} }], transitions: [] },
      ],
      ism_template: [{ index_patterns: [names.allIndices], priority: POLICY_PRIORITY }],
    },
  };
}
