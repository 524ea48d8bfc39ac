import { GlobalListenerSource, type GlobalListenerValue } from '@waggle/protocol';
import type { GlobalListenerInput } from '../dispatch/index.ts';
import { jsonObject, jsonText } from './json-text.ts';
import {
  GLOBAL_LISTENER_PRIORITY_DEFAULT,
  GLOBAL_LISTENER_RETRIES_DEFAULT,
  type UpdateGlobalTaskListenerRequest,
} from './schemas/global-task-listener-request.ts';

/** What a request says of the listener with this id, with the defaults of what it leaves unsaid. */
export function globalListenerInput(id: string, request: UpdateGlobalTaskListenerRequest): GlobalListenerInput {
  return {
    id,
    type: request.type,
    retries: request.retries ?? GLOBAL_LISTENER_RETRIES_DEFAULT,
    eventTypes: request.eventTypes,
    isAfterNonGlobal: request.afterNonGlobal ?? false,
    priority: request.priority ?? GLOBAL_LISTENER_PRIORITY_DEFAULT,
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
