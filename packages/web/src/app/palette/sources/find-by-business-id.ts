import { call } from '../../../api/call.ts';
import { searchProcessInstances } from '../../../api/gen/api.ts';
import { escapedLike } from '../../../api/like-text.ts';
import { FOUND_MAX, type PaletteSource } from '../palette-source.ts';

/** Shorter beginnings are those of thousands. */
const LENGTH_MIN = 3;

/** Instances whose business id is the text, or begins with it: that much an index answers at once. */
export const findByBusinessId: PaletteSource = {
  group: 'instances',
  applies: (text) => text.length >= LENGTH_MIN,
  async find({ text, texts, signal }) {
    const { items } = await call(
      searchProcessInstances,
      { body: { filter: { businessId: { $like: `${escapedLike(text)}*` } }, page: { limit: FOUND_MAX } } },
      { signal },
    );
    return items.map(({ processInstanceKey, processDefinitionName, processDefinitionId, businessId }) => ({
      id: `processInstance ${processInstanceKey}`,
      kind: texts.palette.kinds.processInstance,
      title: businessId ?? processInstanceKey,
      detail: texts.palette.instanceOf(processDefinitionName ?? processDefinitionId, processInstanceKey),
      target: { href: `/operate/processes/${processInstanceKey}` },
    }));
  },
};
