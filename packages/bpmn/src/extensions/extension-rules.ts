import type { XmlElement } from '@waggle/xml';
import type { Rule } from '../rules/rule.ts';
import { adHocExtensionRules } from './ad-hoc.ts';
import { calledDecisionRules } from './called-decision.ts';
import { calledElementRules } from './called-element.ts';
import { executionListenerRules } from './execution-listeners.ts';
import { formDefinitionRules } from './form-definition.ts';
import { inputRules, outputRules } from './io-mapping.ts';
import { jobPriorityRules } from './job-priority.ts';
import { linkedResourceRules } from './linked-resource.ts';
import { loopCharacteristicsRules } from './multi-instance.ts';
import { scriptRules } from './script.ts';
import { taskDefinitionRules } from './task-definition.ts';
import { taskHeadersRules } from './task-headers.ts';
import { taskListenerRules } from './task-listeners.ts';
import { assignmentDefinitionRules, priorityDefinitionRules, taskScheduleRules } from './user-task.ts';

/** Rules for extension elements by name, wherever in a process they stand. */
export const extensionRules: Readonly<Record<string, readonly Rule<XmlElement>[]>> = {
  'zeebe:assignmentDefinition': assignmentDefinitionRules,
  'zeebe:adHoc': adHocExtensionRules,
  'zeebe:calledDecision': calledDecisionRules,
  'zeebe:calledElement': calledElementRules,
  'zeebe:executionListener': executionListenerRules,
  'zeebe:formDefinition': formDefinitionRules,
  'zeebe:input': inputRules,
  'zeebe:jobPriorityDefinition': jobPriorityRules,
  'zeebe:linkedResource': linkedResourceRules,
  'zeebe:loopCharacteristics': loopCharacteristicsRules,
  'zeebe:output': outputRules,
  'zeebe:priorityDefinition': priorityDefinitionRules,
  'zeebe:script': scriptRules,
  'zeebe:taskDefinition': taskDefinitionRules,
  'zeebe:taskHeaders': taskHeadersRules,
  'zeebe:taskListener': taskListenerRules,
  'zeebe:taskSchedule': taskScheduleRules,
};
