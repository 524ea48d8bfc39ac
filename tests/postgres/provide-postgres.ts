import { startPostgres } from '@waggle/secondary-storage/test';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a server for all tests of a run; only tests that run on PostgreSQL have it. */
    readonly postgresUrl: string | undefined;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
