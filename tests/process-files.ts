import { join } from 'node:path';
import { repositoryPath } from './repository-path.ts';

/** Models the tests deploy. */
export const processFiles = {
  oneTask: join(repositoryPath, 'tests/processes/one-task.bpmn'),
  messageWait: join(repositoryPath, 'tests/processes/message-wait.bpmn'),
  errorPath: join(repositoryPath, 'tests/processes/error-path.bpmn'),
  orderFulfilment: join(repositoryPath, 'examples/order-fulfilment/order-fulfilment.bpmn'),
};
