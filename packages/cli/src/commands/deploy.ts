import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CliError } from '../cli-error.ts';
import { fieldsOf, listOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import type { CommandFactory } from './command-factory.ts';

export const deploy: CommandFactory = (context) =>
  clientCommand('deploy', 'Deploys files together: all of them, or none when one has a mistake.')
    .argument('<file...>', 'BPMN files')
    .action(
      clientAction(context, async ({ client, report }, _options, files: readonly string[]) => {
        const form = new FormData();
        for (const file of files) form.append('resources', new Blob([await readResource(file)]), basename(file));
        const deployment = await client.send({ method: 'POST', path: '/deployments', body: form });
        report(deployment, describeDeployment(deployment));
      }),
    );

async function readResource(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new CliError(
      'UNREADABLE_FILE',
      `Expected to read ${file}, but that failed: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    );
  }
}

function describeDeployment(deployment: unknown): string {
  const processes = listOf(deployment, 'deployments')
    .filter(({ processDefinition }) => processDefinition !== null && processDefinition !== undefined)
    .map(({ processDefinition }) => fieldsOf(processDefinition))
    .map(
      (process) =>
        `  ${process.processDefinitionId} version ${process.processDefinitionVersion}, key ${process.processDefinitionKey} (${process.resourceName})`,
    );
  return [`Deployed with key ${fieldsOf(deployment).deploymentKey}:`, ...processes].join('\n');
}
