import { activityCases } from './rule-cases/activity-cases.ts';
import { documentCases } from './rule-cases/document-cases.ts';
import { elementCases } from './rule-cases/element-cases.ts';
import { eventCases } from './rule-cases/event-cases.ts';
import { eventDefinitionCases } from './rule-cases/event-definition-cases.ts';
import { extensionCases } from './rule-cases/extension-cases.ts';
import type { RuleCase } from './rule-cases/rule-case.ts';

/** For each rule documents that break it. */
export const ruleCases: readonly RuleCase[] = [
  ...documentCases,
  ...eventCases,
  ...eventDefinitionCases,
  ...elementCases,
  ...activityCases,
  ...extensionCases,
];
