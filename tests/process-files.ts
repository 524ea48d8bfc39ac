import { join } from 'node:path';
import { repositoryPath } from './repository-path.ts';

/** Models the tests deploy. */
export const processFiles = {
  oneTask: join(repositoryPath, 'tests/processes/one-task.bpmn'),
  messageWait: join(repositoryPath, 'tests/processes/message-wait.bpmn'),
  errorPath: join(repositoryPath, 'tests/processes/error-path.bpmn'),
  userTask: join(repositoryPath, 'tests/processes/user-task.bpmn'),
  approvalForm: join(repositoryPath, 'tests/processes/approval.form'),
  signalWait: join(repositoryPath, 'tests/processes/signal-wait.bpmn'),
  timerWait: join(repositoryPath, 'tests/processes/timer-wait.bpmn'),
  twoTasks: join(repositoryPath, 'tests/processes/two-tasks.bpmn'),
  twoTasksRenamed: join(repositoryPath, 'tests/processes/two-tasks-renamed.bpmn'),
  adHoc: join(repositoryPath, 'tests/processes/ad-hoc.bpmn'),
  adHocJob: join(repositoryPath, 'tests/processes/ad-hoc-job.bpmn'),
  conditionalStart: join(repositoryPath, 'tests/processes/conditional-start.bpmn'),
  ruleTask: join(repositoryPath, 'tests/processes/rule-task.bpmn'),
  shipping: join(repositoryPath, 'tests/processes/shipping.dmn'),
  orderFulfilment: join(repositoryPath, 'examples/order-fulfilment/order-fulfilment.bpmn'),
};
