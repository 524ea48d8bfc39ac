import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';

/** Of one task: a conversation longer than that belongs elsewhere, and the task's end takes them all at once. */
export const USER_TASK_COMMENTS_MAX = 1_000;
/** Characters: some pages. What is longer is a document. */
export const USER_TASK_COMMENT_LENGTH_MAX = 4_000;

/** What somebody says about a user task. Ours alone. */
export interface UserTaskCommentValue {
  /** NO_KEY in the command that creates it. */
  readonly commentKey: Key;
  readonly userTaskKey: Key;
  /** The place of the task; NO_KEY and empty in commands. */
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly tenantId: string;
  /** Who says it, as the client says; empty when it is deleted. */
  readonly author: string;
  /** Plain text; empty when it is deleted. */
  readonly text: string;
}

/** What a command says; the engine knows the place of the task. */
export function userTaskCommentCommandValue(
  said: Pick<UserTaskCommentValue, 'userTaskKey'> & Partial<UserTaskCommentValue>,
): UserTaskCommentValue {
  const unsaid = { commentKey: NO_KEY, processInstanceKey: NO_KEY, elementInstanceKey: NO_KEY, tenantId: '' };
  return { ...unsaid, author: '', text: '', ...said };
}

export const userTaskCommentCodec: ValueCodec<UserTaskCommentValue> = {
  write(writer, value) {
    writer.arrayHeader(7);
    writer.key(value.commentKey);
    writer.key(value.userTaskKey);
    writer.key(value.processInstanceKey);
    writer.key(value.elementInstanceKey);
    writer.text(value.tenantId);
    writer.text(value.author);
    writer.text(value.text);
  },
  read(reader) {
    return {
      commentKey: reader.key(),
      userTaskKey: reader.key(),
      processInstanceKey: reader.key(),
      elementInstanceKey: reader.key(),
      tenantId: reader.text(),
      author: reader.text(),
      text: reader.text(),
    };
  },
};
