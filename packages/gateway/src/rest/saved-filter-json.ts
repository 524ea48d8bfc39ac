import type { SavedFilterValue } from '@waggle/protocol';
import { jsonKey, jsonObject, jsonText } from './json-text.ts';

/** The text of a `SavedFilterResult`. */
export function savedFilterJson(filter: SavedFilterValue): string {
  return jsonObject({
    savedFilterKey: jsonKey(filter.savedFilterKey),
    app: jsonText(filter.app),
    owner: jsonText(filter.owner),
    name: jsonText(filter.name),
    isShared: String(filter.isShared),
    content: filter.content,
    creationDate: jsonText(new Date(filter.creationTimestamp).toISOString()),
  });
}
