/** Decision models (DMN): the requirements of a file, and each decision in them. */
import { formatFindings } from '@waggle/bpmn';
import { type DecisionRequirements, parseDmn } from '@waggle/dmn';
import {
  DecisionIntent,
  DecisionRequirementsIntent,
  type DeploymentResource,
  IDENTIFIER_LENGTH_MAX,
  ValueType,
} from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import { contentChecksum } from './content-checksum.ts';
import { type CheckedDefinition, isSameFile, type ResourceKind } from './definition.ts';
import { noText, resourceText } from './resource-text.ts';

export const decisionResource: ResourceKind = {
  isMeant: ({ resourceName }) => /\.dmn$/i.test(resourceName),

  check(_processing, deployed) {
    const { resourceName, resource } = deployed;
    const xml = resourceText(deployed);
    if (xml === undefined) return noText(resourceName);
    const parsed = parseDmn(xml);
    if (!parsed.ok) return formatFindings(resourceName, parsed.findings);
    const problem = lengthProblem(parsed.requirements, resourceName);
    if (problem !== undefined) return problem;
    const file: File = { deployed, checksum: contentChecksum(resource), model: parsed.requirements };
    const requirements = requirementsDefinition(file);
    const decisions = parsed.requirements.decisions.map((decision) => decisionDefinition(file, requirements, decision));
    return [requirements, ...decisions];
  },
};

interface File {
  readonly deployed: DeploymentResource;
  readonly checksum: string;
  readonly model: DecisionRequirements;
}

function requirementsDefinition({ deployed, checksum, model }: File): CheckedDefinition {
  const { id, name, namespace } = model;
  const content = { ...deployed, checksum };
  return {
    ...content,
    kind: 'decisionRequirements',
    id,
    versionTag: '',
    process: undefined,
    requirements: undefined,
    name,
    namespace,
    latest(state, tenantId) {
      const latest = state.latestDecisionRequirements.get(tenantName(id, tenantId));
      if (latest === undefined) return undefined;
      const present = state.decisionRequirements.get(latest.key);
      return {
        highestVersion: latest.version,
        present: present && { ...present, key: latest.key, version: present.decisionRequirementsVersion },
        isUnchanged: isSameFile(present, deployed),
      };
    },
    create(processing, { key, version, deploymentKey, tenantId }) {
      processing.write.event(ValueType.DECISION_REQUIREMENTS, DecisionRequirementsIntent.CREATED, key, {
        ...content,
        decisionRequirementsId: id,
        decisionRequirementsName: name,
        decisionRequirementsVersion: version,
        decisionRequirementsKey: key,
        deploymentKey,
        namespace,
        tenantId,
      });
    },
  };
}

function decisionDefinition(
  { deployed, checksum }: File,
  requirements: CheckedDefinition,
  { id, name, versionTag }: DecisionRequirements['decisions'][number],
): CheckedDefinition {
  return {
    ...deployed,
    checksum,
    kind: 'decision',
    id,
    versionTag,
    process: undefined,
    requirements,
    name,
    namespace: '',
    latest(state, tenantId) {
      const latest = state.latestDecisions.get(tenantName(id, tenantId));
      if (latest === undefined) return undefined;
      const present = state.decisions.get(latest.key);
      const latestRequirements = state.latestDecisionRequirements.get(tenantName(requirements.id, tenantId));
      return {
        highestVersion: latest.version,
        present: present && { ...present, key: latest.key },
        // Of the content the requirements tell; another file may have defined the decision anew since.
        isUnchanged: present !== undefined && present.decisionRequirementsKey === latestRequirements?.key,
      };
    },
    create(processing, { key, version, deploymentKey, tenantId, requirementsKey }) {
      processing.write.event(ValueType.DECISION, DecisionIntent.CREATED, key, {
        decisionId: id,
        decisionName: name,
        version,
        versionTag,
        decisionKey: key,
        decisionRequirementsId: requirements.id,
        decisionRequirementsKey: requirementsKey,
        deploymentKey,
        tenantId,
      });
    },
  };
}

/** Secondary stores index ids and names. */
function lengthProblem({ id, name, decisions }: DecisionRequirements, resourceName: string): string | undefined {
  const limited: readonly (readonly [string, string])[] = [
    ['ID of a DRG', id],
    ['name of a DRG', name],
    ...decisions.flatMap((decision): (readonly [string, string])[] => [
      ['ID of a decision', decision.id],
      ['name of a decision', decision.name],
      ['version tag of a decision', decision.versionTag],
    ]),
  ];
  const tooLong = limited.find(([, text]) => text.length > IDENTIFIER_LENGTH_MAX);
  if (tooLong === undefined) return undefined;
  const [what, text] = tooLong;
  return `'${resourceName}': The ${what} must not be longer than ${IDENTIFIER_LENGTH_MAX} characters, but has ${text.length}: '${text.slice(0, 50)}…'`;
}
