/** Calls CreateProcessInstance and nothing else. Argument: `host:port`. */
import { oneTask } from '../one-task.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { closedLoop, type LoopOptions } from './closed-loop.ts';
import { GatewayConnection } from './gateway-connection.ts';
import { gatewayMethod } from './gateway-service.ts';
import type { LoadResult } from './load-result.ts';

const connection = new GatewayConnection(process.argv[2]!);
const createProcessInstance = gatewayMethod<object, object>('CreateProcessInstance');
const request = {
  bpmnProcessId: oneTask.bpmnProcessId,
  version: -1,
  variables: JSON.stringify(oneTask.variables),
};

async function load(options: LoopOptions): Promise<LoadResult> {
  const loop = await closedLoop(options, () => connection.call(createProcessInstance, request));
  return { ...loop, refused: 0, requests: loop.operations };
}

answerCalls({ load });
