import type { Field } from '../entity.ts';
import { defineEntity } from '../entity.ts';
import { processInstance } from './process-instance.ts';

const fields: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(processInstance.fields).filter(([name]) => !name.startsWith('processDefinition')),
);

/** Which instances of one definition count. */
export const processDefinitionStatisticsFilter = defineEntity({
  ...processInstance,
  name: 'ProcessDefinitionStatistics',
  fields,
});
