import type { XmlElement } from '@waggle/xml';
import type { JobDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';
import { readJobPriority } from './job-priority.ts';
import { checkRetries, checkType, readJobType } from './job-type.ts';
import { readLinkedResources } from './linked-resource.ts';
import { readHeaders } from './task-headers.ts';

export function readJob(element: XmlElement): JobDefinition | undefined {
  const definition = extensionsNamed(element, 'zeebe:taskDefinition')[0];
  if (definition === undefined) return undefined;
  return {
    ...readJobType(definition),
    headers: readHeaders(element),
    priority: readJobPriority(element),
    linkedResources: readLinkedResources(element),
  };
}

export const taskDefinitionRules: readonly Rule<XmlElement>[] = [
  { id: 'task-definition-type-required', check: checkType },
  { id: 'task-definition-retries-number', check: checkRetries },
];
