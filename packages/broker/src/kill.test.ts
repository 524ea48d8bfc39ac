import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Key, parseKey } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { oneTask } from '../test/models.ts';
import { activateJobs, completeJob, createInstance, deploy, isInstanceAlive } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { testBroker } from '../test/test-broker.ts';

const program = fileURLToPath(new URL('../test/acknowledging-client.ts', import.meta.url));

/** Runs a broker in a process of its own and kills it at once behind some acknowledgements. */
async function killedAfter(count: number, dataFolder: string, threads: string): Promise<readonly Key[]> {
  const child = spawn(process.execPath, [program, dataFolder, threads], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\n').length > count) child.kill('SIGKILL');
  });
  await once(child, 'close');
  // The last line may be torn: its key was acknowledged, but not told.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => parseKey(line)!);
}

describe.each(['main', 'workers'] as const)('a killed broker with threads "%s"', (threads) => {
  it('should lose nothing that was acknowledged, and give no key twice', { timeout: 30_000 }, async () => {
    const dataFolder = await temporaryFolder();
    const keys = [...(await killedAfter(200, dataFolder, threads)), ...(await killedAfter(200, dataFolder, threads))];
    expect(keys.length).toBeGreaterThanOrEqual(400);
    expect(new Set(keys).size).toBe(keys.length);

    const broker = await testBroker({ dataFolder, threads });
    await deploy(broker, oneTask);
    const added = await createInstance(broker, 'one-task');
    expect(keys).not.toContain(added);
    const [job] = await activateJobs(broker, 1);
    await completeJob(broker, job!);
    const alive = await Promise.all(
      keys.filter((key) => key !== job!.processInstanceKey).map((key) => isInstanceAlive(broker, key)),
    );
    expect(alive.filter((isAlive) => !isAlive)).toEqual([]);
  });
});
