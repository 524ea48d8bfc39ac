/** Servers with the data that pages are measured on. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { bpmn, endEvent, flow, multiInstance, serviceTask, startEvent } from '@waggle/engine/test';
import { type ServerProcess, startServerProcess } from '../../tests/server-process.ts';
import { waggle } from '../../tests/waggle-command.ts';
import { Rest } from '../../tests/web/rest.ts';
import { searchData } from '../search/make-data.ts';

/** Stops when whoever measures it is done, or has failed. */
export interface MeasuredServer extends AsyncDisposable {
  readonly rest: string;
}

/** With the data of `bench:search`: nothing in the log, everything in the database. */
export async function startManyInstancesServer(options: {
  readonly folder: string;
  readonly instances: number;
  readonly keep: boolean;
}): Promise<MeasuredServer> {
  const data = await searchData('sqlite', options);
  await data.database.close();
  const dataFolder = await mkdtemp(join(tmpdir(), 'waggle-bench-web-'));
  const path = join(dataFolder, 'secondary-storage', 'waggle.db');
  mkdirSync(join(dataFolder, 'secondary-storage'));
  copyFileSync(join(options.folder, 'sqlite', 'waggle.db'), path);
  // The server's log begins anew: the database must not be ahead of it.
  const database = new DatabaseSync(path);
  database.exec('DELETE FROM exported_position');
  database.close();
  return measured(await startServerProcess({ dataFolder }), dataFolder);
}

/** With one instance of so many element instances, half of them completed. */
export async function startLargeInstanceServer(elements: number): Promise<MeasuredServer> {
  const server = await startServerProcess();
  const rest = new Rest(server.rest);
  const each = multiInstance(serviceTask('each', { type: 'each' }), {
    inputCollection: `=for i in 1..${elements} return i`,
    inputElement: 'item',
  });
  await rest.deploy(bpmn({ id: 'large' }, startEvent(), each, endEvent(), flow('start', 'each'), flow('each', 'end')));
  const processInstanceKey = await rest.start('large', { customer: 'Ada', items: elements });
  for (let completed = 0; completed < elements / 2; ) {
    const { jobs } = await rest.post('/v2/jobs/activation', { type: 'each', timeout: 60_000, maxJobsToActivate: 500 });
    await Promise.all(jobs.map(({ jobKey }: { jobKey: string }) => rest.post(`/v2/jobs/${jobKey}/completion`, {})));
    completed += jobs.length;
    if (jobs.length === 0) await sleep(100);
  }
  const isThere = async () => {
    const filter = { processInstanceKey, state: 'COMPLETED', elementId: 'each' };
    const { page } = await rest.post('/v2/element-instances/search', { filter, page: { limit: 1 } });
    return page.totalItems >= elements / 2;
  };
  while (!(await isThere())) await sleep(200);
  return measured(server);
}

/** With what `waggle demo` makes. */
export async function startDemoServer(): Promise<MeasuredServer> {
  const server = await startServerProcess();
  await waggle(server, 'demo', '--once', '--seed', '1', '--instances', '200');
  return measured(server);
}

function measured(server: ServerProcess, dataFolder?: string): MeasuredServer {
  return {
    rest: server.rest,
    async [Symbol.asyncDispose]() {
      await server.stop();
      if (dataFolder !== undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
