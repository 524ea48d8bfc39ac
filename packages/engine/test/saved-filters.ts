/** Saved filters and comments, as tests make them. */
import {
  type Key,
  NO_KEY,
  type SavedFilterValue,
  savedFilterCommandValue,
  UserTaskCommentIntent,
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
  const answer = engine.send(ValueType.SAVED_FILTER, intent, savedFilter(said), key);
  if (answer === undefined) throw new Error('Expected an answer, but there is none');
  return answer;
}

export function commentCommand(
  engine: TestEngine,
  userTaskKey: Key,
  said: { readonly author?: string; readonly text?: string } = {},
): Answer {
  return commentAnswer(engine, UserTaskCommentIntent.CREATE, userTaskKey, NO_KEY, {
    author: 'ann',
    text: 'Soon.',
    ...said,
  });
}

export function deleteCommentCommand(engine: TestEngine, userTaskKey: Key, commentKey: Key): Answer {
  return commentAnswer(engine, UserTaskCommentIntent.DELETE, userTaskKey, commentKey, { author: '', text: '' });
}

function commentAnswer(
  engine: TestEngine,
  intent: number,
  userTaskKey: Key,
  commentKey: Key,
  said: { readonly author: string; readonly text: string },
): Answer {
  const place = { commentKey, userTaskKey, processInstanceKey: NO_KEY, elementInstanceKey: NO_KEY, tenantId: '' };
  const answer = engine.send(ValueType.USER_TASK_COMMENT, intent, { ...place, ...said }, commentKey);
  if (answer === undefined) throw new Error('Expected an answer, but there is none');
  return answer;
}
