/** The least a gRPC server can do with our messages: answers CreateProcessInstance at once. Measured as the raw limit. */
import { Server, ServerCredentials, type sendUnaryData, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { gatewayService } from '../clients/gateway-service.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { processUsage } from '../remote/process-usage.ts';

const response = {
  processDefinitionKey: '2251799813685249',
  bpmnProcessId: 'bench-one-task',
  version: 1,
  processInstanceKey: '2251799813685250',
  tenantId: '<default>',
};

const server = new Server({ 'grpc.enable_channelz': 0 });
const implementation: UntypedServiceImplementation = {
  CreateProcessInstance: (_call: unknown, callback: sendUnaryData<object>) => callback(null, response),
};
server.addService(gatewayService, implementation);

const port = await new Promise<number>((resolve, reject) => {
  server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
    error === null ? resolve(bound) : reject(error),
  );
});

answerCalls({ usage: processUsage, address: () => `127.0.0.1:${port}` });
