import type { LogRecord, UserTaskCommentValue } from '@waggle/protocol';
import { jsonKey, jsonObject, jsonText } from './json-text.ts';

/** The text of a `UserTaskCommentResult`. @param created the event that tells of the comment. */
export function userTaskCommentJson({ timestamp, value }: LogRecord<UserTaskCommentValue>): string {
  return jsonObject({
    commentKey: jsonKey(value.commentKey),
    userTaskKey: jsonKey(value.userTaskKey),
    processInstanceKey: jsonKey(value.processInstanceKey),
    elementInstanceKey: jsonKey(value.elementInstanceKey),
    author: jsonText(value.author),
    text: jsonText(value.text),
    creationDate: jsonText(new Date(timestamp).toISOString()),
    tenantId: jsonText(value.tenantId),
  });
}
