/** Posts the body of a creation and nothing else. Argument: `http://host:port`. */
import { oneTask } from '../one-task.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { closedLoop, type LoopOptions } from './closed-loop.ts';
import { HttpPool } from './http-pool.ts';
import type { LoadResult } from './load-result.ts';

const pool = new HttpPool(process.argv[2]!);
const body = JSON.stringify({ processDefinitionId: oneTask.bpmnProcessId, variables: oneTask.variables });

async function load(options: LoopOptions): Promise<LoadResult> {
  const loop = await closedLoop(options, () => pool.post('/', body));
  return { ...loop, refused: 0, requests: loop.operations };
}

answerCalls({ load });
