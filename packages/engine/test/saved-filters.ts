/** Saved filters and comments, as tests make them. */
import {
  type Key,
  NO_KEY,
  type SavedFilterValue,
  savedFilterCommandValue,
  UserTaskCommentIntent,
  userTaskCommentCommandValue,
  ValueType,
} from '@waggle/protocol';
import type { Answer, TestEngine } from './test-engine.ts';

/** A filter that is right in every way but for what is said. */
export function savedFilter(said: Partial<SavedFilterValue> = {}): SavedFilterValue {
  return savedFilterCommandValue({
    app: 'tasklist',
    owner: 'ann',
    name: 'Urgent',
    content: '{"priority":90}',
    ...said,
  });
}

/** Sends a command to a saved filter, with a filter that is right but for what is said. */
export function savedFilterCommand(
  engine: TestEngine,
  intent: number,
  said: Partial<SavedFilterValue> = {},
  key: Key = NO_KEY,
): Answer {
  return answered(engine.send(ValueType.SAVED_FILTER, intent, savedFilter(said), key));
}

export function commentCommand(
  engine: TestEngine,
  userTaskKey: Key,
  said: { readonly author?: string; readonly text?: string } = {},
): Answer {
  const value = userTaskCommentCommandValue({ userTaskKey, author: 'ann', text: 'Soon.', ...said });
  return answered(engine.send(ValueType.USER_TASK_COMMENT, UserTaskCommentIntent.CREATE, value));
}

export function deleteCommentCommand(engine: TestEngine, userTaskKey: Key, commentKey: Key): Answer {
  const value = userTaskCommentCommandValue({ userTaskKey, commentKey });
  return answered(engine.send(ValueType.USER_TASK_COMMENT, UserTaskCommentIntent.DELETE, value, commentKey));
}

function answered(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error('Expected an answer, but there is none');
  return answer;
}
