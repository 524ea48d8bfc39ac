import { call } from '../../../api/call.ts';
import { searchUserTasks } from '../../../api/gen/api.ts';
import { likeText } from '../../../api/like-text.ts';
import { FOUND_MAX, type PaletteSource } from '../palette-source.ts';

const LENGTH_MIN = 3;

/** Tasks somebody can still work on, by a part of their names. */
export const findTasks: PaletteSource = {
  group: 'tasks',
  applies: (text) => text.length >= LENGTH_MIN,
  async find({ text, texts, signal }) {
    const { items } = await call(
      searchUserTasks,
      { body: { filter: { state: 'CREATED', name: { $like: likeText(text) } }, page: { limit: FOUND_MAX } } },
      { signal },
    );
    return items.map(({ userTaskKey, name, elementId, processName, processDefinitionId, assignee }) => ({
      id: `userTask ${userTaskKey}`,
      kind: texts.palette.kinds.userTask,
      title: name ?? elementId,
      detail: texts.palette.taskOf(processName ?? processDefinitionId, assignee ?? undefined),
      target: { href: `/tasklist/${userTaskKey}` },
    }));
  },
};
