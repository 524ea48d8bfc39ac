import { BpmnElementType } from '@waggle/protocol';
import { formReferenceRules } from '../extensions/form-definition.ts';
import { taskListenerPlaceRules } from '../extensions/task-listeners.ts';
import { readUserTask, readUserTaskJob } from '../extensions/user-task.ts';
import type { ElementKind } from './element-kind.ts';

export const userTaskKind: ElementKind = {
  tag: 'bpmn:userTask',
  elementType: BpmnElementType.USER_TASK,
  isActivity: true,
  loopRole: 'waits',
  rules: [...formReferenceRules, ...taskListenerPlaceRules],
  read: (node) => ({ userTask: readUserTask(node), job: readUserTaskJob(node) }),
};
