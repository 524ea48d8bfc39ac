import type { UserTaskCommentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const userTaskCommentDeleted: Applier<UserTaskCommentValue> = (state, { key, value }) => {
  state.userTaskComments.delete(value.userTaskKey, key);
};
