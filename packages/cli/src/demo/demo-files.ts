import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CliError } from '../cli-error.ts';
import type { DemoApi } from './demo-api.ts';

const folder = new URL('../../../../examples/demo/', import.meta.url);

/** An old version: deployed only when there is none yet, since afterwards it would become the latest again. */
const oldVersion = { file: 'order-process.v1.bpmn', processDefinitionId: 'order-process', versionTag: '1.0' } as const;

/** One deployment each: a file that has changed does not make new versions of the others. */
const files: readonly string[] = [
  'discount.dmn',
  'loan-risk.dmn',
  'loan-application.form',
  'review-application.form',
  'sign-contract.form',
  'training.form',
  'equipment.form',
  'shipment.bpmn',
  'order-process.v2.bpmn',
  'loan-application.bpmn',
  'onboarding.bpmn',
  'nightly-report.bpmn',
  'call-chain.bpmn',
  'bulk-items.bpmn',
  'no-diagram.bpmn',
];

/** Ids of what the files hold, to tell the demo's instances from others. */
export const demoProcessIds: readonly string[] = [
  'order-process',
  'shipment',
  'loan-application',
  'onboarding',
  'nightly-report',
  'call-chain',
  'bulk-items',
  'no-diagram',
];

/** Deploys what is not there yet. @throws {CliError} UNREADABLE_FILE, or what the server refuses with. */
export async function deployDemo(api: DemoApi): Promise<void> {
  const { file, processDefinitionId, versionTag } = oldVersion;
  if ((await api.definitionKeyOf(processDefinitionId, versionTag)) === undefined) await deployFile(api, file);
  for (const name of files) await deployFile(api, name);
}

async function deployFile(api: DemoApi, name: string): Promise<void> {
  const path = fileURLToPath(new URL(name, folder));
  let content: Uint8Array<ArrayBuffer>;
  try {
    content = await readFile(path);
  } catch (cause) {
    throw new CliError(
      'UNREADABLE_FILE',
      `Expected the demo's file ${path}, but it cannot be read (${cause instanceof Error ? cause.message : String(cause)}). The demo comes with the repository; run it from there.`,
      { cause },
    );
  }
  await api.deploy(name, content);
}
