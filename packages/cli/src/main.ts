import { processContext } from './cli-context.ts';
import { exitCodes } from './cli-error.ts';
import { runCli } from './run-cli.ts';

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.ok);
});

process.exitCode = await runCli(process.argv.slice(2), processContext());
