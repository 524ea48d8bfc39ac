import { SearchServerError } from '../search-index/errors.ts';
import type { IndexNames } from '../search-index/index-names.ts';
import type { SearchIndexSettings } from '../search-index/search-index-settings.ts';
import type { SearchProduct } from '../search-index/search-product.ts';
import type { SearchServer } from '../search-index/search-server.ts';

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
    const path = `/_plugins/_ism/${retention.isEnabled ? 'add' : 'remove'}/${names.allIndices}`;
    if (!retention.isEnabled) return removeFromIndices(server, path);
    await server.send({ method: 'POST', path, json: { policy_id: retention.policyName } });
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

/** A server without the plugin has no policies to remove. */
async function removeFromIndices(server: SearchServer, path: string): Promise<void> {
  const { status } = await server.ask({ method: 'POST', path });
  if (status >= 500 || status === 429 || status === 401 || status === 403) {
    throw new SearchServerError(
      `Expected the retention policy to be removed from the indices, but got ${status}`,
      status,
    );
  }
}
