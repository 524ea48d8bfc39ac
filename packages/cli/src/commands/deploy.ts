import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CliError } from '../cli-error.ts';
import { fieldsOf, listOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import type { CommandFactory } from './command-factory.ts';

export const deploy: CommandFactory = (context) =>
  clientCommand('deploy', 'Deploys files together: all of them, or none when one has a mistake.')
    .argument('<file...>', 'BPMN and DMN files, forms (.form) and any other files')
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

/** Kinds of what a deployment holds, with the fields that say which one it is. */
const kinds = [
  {
    member: 'processDefinition',
    name: '',
    id: 'processDefinitionId',
    version: 'processDefinitionVersion',
    key: 'processDefinitionKey',
  },
  {
    member: 'decisionDefinition',
    name: 'decision ',
    id: 'decisionDefinitionId',
    version: 'version',
    key: 'decisionDefinitionKey',
  },
  {
    member: 'decisionRequirements',
    name: 'decision requirements ',
    id: 'decisionRequirementsId',
    version: 'version',
    key: 'decisionRequirementsKey',
  },
  { member: 'form', name: 'form ', id: 'formId', version: 'version', key: 'formKey' },
  { member: 'resource', name: 'file ', id: 'resourceId', version: 'version', key: 'resourceKey' },
] as const;

function describeDeployment(deployment: unknown): string {
  const lines = listOf(deployment, 'deployments').flatMap((item) =>
    kinds
      .filter(({ member }) => item[member] !== null && item[member] !== undefined)
      .map(({ member, name, id, version, key }) => {
        const fields = fieldsOf(item[member]);
        // A decision is of its requirements' file.
        const file = fields.resourceName === undefined ? '' : ` (${fields.resourceName})`;
        return `  ${name}${fields[id]} version ${fields[version]}, key ${fields[key]}${file}`;
      }),
  );
  return [`Deployed with key ${fieldsOf(deployment).deploymentKey}:`, ...lines].join('\n');
}
