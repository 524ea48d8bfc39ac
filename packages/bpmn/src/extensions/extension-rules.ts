import type { Rule } from '../rules/rule.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { calledElementRules } from './called-element.ts';
import { inputRules, outputRules } from './io-mapping.ts';
import { loopCharacteristicsRules } from './multi-instance.ts';
import { scriptRules } from './script.ts';
import { taskDefinitionRules, taskHeadersRules } from './task-definition.ts';

/** Rules for extension elements by name, wherever in a process they stand. */
export const extensionRules: Readonly<Record<string, readonly Rule<XmlElement>[]>> = {
  'zeebe:calledElement': calledElementRules,
  'zeebe:input': inputRules,
  'zeebe:loopCharacteristics': loopCharacteristicsRules,
  'zeebe:output': outputRules,
  'zeebe:script': scriptRules,
  'zeebe:taskDefinition': taskDefinitionRules,
  'zeebe:taskHeaders': taskHeadersRules,
};
