import type { SearchProduct } from '../search-index/search-product.ts';

/** Old indices go by a policy of the index lifecycle management, named by each index. */
export const elasticsearch: SearchProduct = {
  title: 'Elasticsearch',

  lifecycleSettings({ retention }) {
    // Without it the next index would leave a policy that somebody else keeps.
    const hasPolicy = retention.isEnabled || !retention.managesPolicy;
    return hasPolicy ? { 'index.lifecycle.name': retention.policyName } : {};
  },

  async preparePolicy(server, { retention }) {
    if (!retention.isEnabled) return;
    await server.send({
      method: 'PUT',
      path: `/_ilm/policy/${encodeURIComponent(retention.policyName)}`,
      json: { policy: { phases: { delete: { min_age: retention.minimumAge, actions: { delete: {} } } } } },
    });
  },

  async applyPolicy(server, { retention }, names) {
    const path = `/${names.allIndices}/_settings?allow_no_indices=true`;
    if (retention.isEnabled) {
      await server.send({ method: 'PUT', path, json: { 'index.lifecycle.name': retention.policyName } });
    } else {
      await server.sendIfKnown({ method: 'PUT', path, json: { 'index.lifecycle.name': null } });
    }
  },
};
