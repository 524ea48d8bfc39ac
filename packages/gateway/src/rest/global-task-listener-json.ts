import { GlobalListenerSource, type GlobalListenerValue, globalListenerDefaults } from '@waggle/protocol';
import type { GlobalListenerInput } from '../dispatch/index.ts';
import { jsonObject, jsonText } from './json-text.ts';
import type { UpdateGlobalTaskListenerRequest } from './schemas/global-task-listener-request.ts';

/** What a request says of the listener with this id, with the defaults of what it leaves unsaid. */
export function globalListenerInput(id: string, request: UpdateGlobalTaskListenerRequest): GlobalListenerInput {
  return {
    id,
    type: request.type,
    retries: request.retries ?? globalListenerDefaults.retries,
    eventTypes: request.eventTypes,
    isAfterNonGlobal: request.afterNonGlobal ?? globalListenerDefaults.isAfterNonGlobal,
    priority: request.priority ?? globalListenerDefaults.priority,
  };
}

/** The text of a `GlobalTaskListenerResult`. */
export function globalTaskListenerJson(listener: GlobalListenerValue): string {
  return jsonObject({
    id: jsonText(listener.id),
    type: jsonText(listener.type),
    eventTypes: JSON.stringify(listener.eventTypes),
    retries: String(listener.retries),
    afterNonGlobal: String(listener.isAfterNonGlobal),
    priority: String(listener.priority),
    source: listener.source === GlobalListenerSource.API ? '"API"' : '"CONFIGURATION"',
  });
}
