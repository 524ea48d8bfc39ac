import { useMemo } from 'react';
import { searchElementInstances } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import type { ProcessModel } from '../../model/process-model.ts';
import { instanceValueTypes } from '../instance-value-types.ts';

/** What the API takes in one list. */
const IDS_MAX = 500;

/** Element instances whose name or id contains a text, wherever they are in the tree. */
export function useElementSearch(
  processInstanceKey: string,
  model: ProcessModel | undefined,
  text: string,
  isLatestFirst: boolean,
) {
  // The API minds upper and lower case; people do not. Elements of another version are found by the API alone.
  const ids = useMemo(() => {
    const lower = text.toLowerCase();
    return [...(model?.elements.values() ?? [])]
      .filter(({ id, name }) => id.toLowerCase().includes(lower) || name?.toLowerCase().includes(lower) === true)
      .slice(0, IDS_MAX)
      .map(({ id }) => id);
  }, [model, text]);
  const pattern = `*${text.replaceAll(/[\\*?]/g, '\\$&')}*`;
  return useApiPages(
    searchElementInstances,
    {
      body: {
        filter: {
          processInstanceKey,
          $or: [
            { elementName: { $like: pattern } },
            { elementId: { $like: pattern } },
            ...(ids.length === 0 ? [] : [{ elementId: { $in: ids } }]),
          ],
        },
        sort: [{ field: 'startDate', order: isLatestFirst ? 'DESC' : 'ASC' }],
      },
    },
    {
      enabled: text !== '',
      live: { valueTypes: instanceValueTypes, processInstanceKey },
    },
  );
}
