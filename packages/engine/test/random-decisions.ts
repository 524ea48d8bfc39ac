/** The decisions that random processes call, and what changes about them while these run. */
import {
  DEFAULT_TENANT_ID,
  DeploymentIntent,
  deploymentCommandValue,
  type Key,
  ResourceDeletionIntent,
  ValueType,
} from '@waggle/protocol';
import { input, io, output, ruleTask } from './bpmn.ts';
import { dmn, literal, table } from './dmn.ts';
import type { Random } from './random.ts';
import type { RandomClient } from './random-client.ts';
import { type Activity, CHOICES, NEEDED } from './random-draw.ts';

const VARIANTS = ['plain', 'busy'] as const;

/** What served processes have as choices and needs is decided without failure. */
function decisionModel(variant: string): string {
  return dmn(
    'random',
    table('route', {
      // Two rules match where the choice is 3.
      inputs: [CHOICES[0], 'weight'],
      outputs: ['to', 'by'],
      rules: [
        ['> 1', '-', '"far"', 'weight'],
        ['[1..3)', '1', '"near"', `"${variant}"`],
        ['3', '-', '"both"', '1'],
      ],
      requires: ['weight'],
      versionTag: variant,
    }),
    literal('weight', `if assert(${NEEDED[0]}, ${NEEDED[0]} != null) = null then 0 else 1`),
  );
}

export function randomRuleTask(random: Random, id: string): Activity {
  const decisionId = random.pick(['route', 'weight', `=if ${CHOICES[1]} = 3 then "missing" else "route"`]);
  const binding = random.pick(['', '', `bindingType="versionTag" versionTag="${VARIANTS[0]}"`]);
  const mappings = random.pick([
    undefined,
    io(output('=decided', 'kept.decision')),
    io(input(`=${CHOICES[0]}`, CHOICES[0]), output(`=assert(${NEEDED[1]}, ${NEEDED[1]} != null)`, 'kept')),
  ]);
  const options = { resultVariable: 'decided', binding, ...(mappings !== undefined && { io: mappings }) };
  return { id, xml: ruleTask(id, decisionId === 'weight' && binding !== '' ? 'route' : decisionId, options) };
}

export function deployDecisions(client: RandomClient, variant: string = VARIANTS[0]): void {
  const resource = { resourceName: 'random.dmn', resource: new TextEncoder().encode(decisionModel(variant)) };
  client.send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, deploymentCommandValue([resource]));
}

export function changeDecisions(client: RandomClient, random: Random): void {
  const keys: Key[] = [...client.state().decisionRequirements.entries()].map(([key]) => key);
  if (keys.length === 0 || random.chance(0.5)) {
    deployDecisions(client, random.pick(VARIANTS));
    return;
  }
  client.send(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, {
    resourceKey: random.pick(keys),
    isDeleteHistory: false,
    resourceType: '',
    resourceId: '',
    tenantId: DEFAULT_TENANT_ID,
  });
}

/** Every decision that processes call is there again. */
export function restoreDecisions(client: RandomClient): void {
  const isTagged = client.state().decisionVersionTags.get('route', VARIANTS[0]) !== undefined;
  if (isTagged && client.state().decisions.has(client.state().latestDecisions.get('route')!.key)) return;
  // One version in between, so that it is no duplicate of what lost its tag.
  deployDecisions(client, VARIANTS[1]);
  deployDecisions(client, VARIANTS[0]);
}
