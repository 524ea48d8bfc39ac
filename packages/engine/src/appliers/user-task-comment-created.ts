import type { UserTaskCommentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const userTaskCommentCreated: Applier<UserTaskCommentValue> = (state, { key, value }) => {
  state.userTaskComments.put(value.userTaskKey, key, true);
};
