import { Rest } from './rest.ts';

/** Keys of what the demo's data has of every kind. */
export interface DemoKeys {
  readonly orderWithIncident: string;
  readonly orderCompleted: string;
  /** Of the process definition. */
  readonly orderVersion1: string;
  readonly deepestCall: string;
  readonly riskDecision: string;
  readonly failedDecision: string;
  readonly batchOperation: string;
  readonly logEntry: string;
  readonly taskWithForm: string;
  readonly taskWithoutForm: string;
  readonly taskCompleted: string;
}

/** @param server `http://host:port` with the demo's data. */
export async function findDemoKeys(server: string): Promise<DemoKeys> {
  const rest = new Rest(server);
  const first = async (path: string, filter: object, sort: readonly object[] = []) =>
    (await rest.post(path, { filter, sort, page: { limit: 1 } })).items[0];
  const instance = async (filter: object, sort: readonly object[] = []): Promise<string> =>
    (await first('/v2/process-instances/search', filter, sort)).processInstanceKey;
  const decision = async (filter: object): Promise<string> =>
    (await first('/v2/decision-instances/search', filter)).decisionEvaluationInstanceKey;
  const task = async (filter: object): Promise<string> =>
    (await first('/v2/user-tasks/search', filter, [{ field: 'creationDate', order: 'ASC' }])).userTaskKey;
  return {
    orderWithIncident: await instance({ processDefinitionId: 'order-process', state: 'ACTIVE', hasIncident: true }),
    orderCompleted: await instance({ processDefinitionId: 'order-process', state: 'COMPLETED' }),
    orderVersion1: (await first('/v2/process-definitions/search', { processDefinitionId: 'order-process', version: 1 }))
      .processDefinitionKey,
    deepestCall: await instance({ processDefinitionId: 'call-chain' }, [
      { field: 'processInstanceKey', order: 'DESC' },
    ]),
    riskDecision: await decision({ decisionDefinitionId: 'loan-risk', state: 'EVALUATED' }),
    failedDecision: await decision({ state: 'FAILED' }),
    batchOperation: (await first('/v2/batch-operations/search', {})).batchOperationKey,
    logEntry: (await first('/v2/audit-logs/search', {})).auditLogKey,
    taskWithForm: await task({ elementId: 'SignContract', state: 'CREATED' }),
    taskWithoutForm: await task({ processDefinitionId: 'onboarding', state: 'CREATED' }),
    taskCompleted: await task({ processDefinitionId: 'loan-application', state: 'COMPLETED' }),
  };
}
