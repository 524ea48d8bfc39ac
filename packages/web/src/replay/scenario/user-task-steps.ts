import { type LogRecord, type UserTaskValue, ValueType } from '@waggle/protocol';
import { jsonLiteral, quoted } from './source-text.ts';
import { missingStep, type StepMaker, step } from './step.ts';
import type { Story } from './story.ts';

export const completeUserTask: StepMaker = (record, story) => {
  const { variables } = record.value as UserTaskValue;
  const argument = variables === '' || variables === '{}' ? '' : `, ${jsonLiteral(variables, '  ')}`;
  return step(`engine.completeUserTask(${taskSelector(record, story)}${argument});`);
};

export const assignUserTask: StepMaker = (record, story) =>
  step(`engine.assignUserTask(${taskSelector(record, story)}, ${quoted((record.value as UserTaskValue).assignee)});`);

export const updateUserTask: StepMaker = (record, story) =>
  missingStep(`the user task ${taskSelector(record, story)} was updated, which a test cannot do yet`);

function taskSelector({ key, position }: LogRecord, story: Story): string {
  const elementId = story.firstEvent(ValueType.USER_TASK, key)?.value.elementId ?? '';
  const open = story
    .before(position)
    .flatMap(({ userTasks }) => userTasks)
    .filter((task) => task.elementId === elementId)
    .sort((left, right) => (BigInt(left.key) < BigInt(right.key) ? -1 : 1));
  const place = open.findIndex((task) => task.key === String(key));
  return place > 0 ? `{ elementId: ${quoted(elementId)}, at: ${place} }` : quoted(elementId);
}
