import { searchElementInstances } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';

/** Element instances whose name or id contains a text, wherever they are in the tree. */
export function useElementSearch(processInstanceKey: string, text: string, isLatestFirst: boolean) {
  const pattern = `*${text.replaceAll(/[\\*?]/g, '\\$&')}*`;
  return useApiPages(
    searchElementInstances,
    {
      body: {
        filter: { processInstanceKey, $or: [{ elementName: { $like: pattern } }, { elementId: { $like: pattern } }] },
        sort: [{ field: 'startDate', order: isLatestFirst ? 'DESC' : 'ASC' }],
      },
    },
    {
      enabled: text !== '',
      live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT', 'PROCESS_INSTANCE_MIGRATION'], processInstanceKey },
    },
  );
}
