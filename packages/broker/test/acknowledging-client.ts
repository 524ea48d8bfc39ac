/** A process to be killed: creates instances for ever and tells the key of each that was acknowledged. */
import { writeSync } from 'node:fs';
import { startBroker } from '../src/index.ts';
import { oneTask } from './models.ts';
import { createInstance, deploy } from './scenario.ts';

const [dataFolder, threads] = process.argv.slice(2);
const CLIENTS = 8;

const broker = await startBroker({
  dataFolder: dataFolder!,
  threads: threads as 'main' | 'workers',
  limits: { checkpointIntervalMs: 50 },
});
await deploy(broker, oneTask);
for (let client = 0; client < CLIENTS; client++) void createForEver();

async function createForEver(): Promise<void> {
  for (;;) writeSync(1, `${await createInstance(broker, 'one-task')}\n`);
}
