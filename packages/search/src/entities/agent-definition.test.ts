import { bpmn, element, endEvent, flow, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { deleteResource } from '../../test/delete-resource.ts';
import { startReadSide } from '../../test/read-side.ts';

const agent = (agentType: string) =>
  `<zeebe:taskDefinition type="agent"/><zeebe:agentDefinition agentType="${agentType}"/>`;

const withAgents = bpmn(
  { id: 'support', versionTag: 'v1' },
  startEvent(),
  element('serviceTask', 'answer', { extensions: agent('aiAgentTask'), attributes: 'name="Answer"' }),
  element('serviceTask', 'ask', { extensions: agent('external') }),
  element('serviceTask', 'plain', { extensions: '<zeebe:taskDefinition type="plain"/>' }),
  endEvent(),
  flow('start', 'answer'),
  flow('answer', 'ask'),
  flow('ask', 'plain'),
  flow('plain', 'end'),
);

test('should show the agents that processes declare', async () => {
  // given
  const { engine, get, search } = await startReadSide();

  // when
  const { processDefinitionKey } = engine.deploy(withAgents).processesMetadata[0]!;

  // then
  const [answer, ask, ...others] = await search('AgentDefinition', { sort: [{ field: 'elementId' }] });
  expect(answer).toEqual({
    agentDefinitionKey: expect.stringMatching(/^\d+$/),
    agentType: 'AI_AGENT_TASK',
    name: 'Answer',
    elementId: 'answer',
    processDefinitionId: 'support',
    processDefinitionKey: String(processDefinitionKey),
    processDefinitionVersion: 1,
    processDefinitionVersionTag: 'v1',
    tenantId: '<default>',
  });
  expect(ask).toMatchObject({ agentType: 'EXTERNAL_AGENT', name: 'ask' });
  expect(others).toEqual([]);
  expect(await get('AgentDefinition', answer.agentDefinitionKey)).toEqual(answer);
  expect(await search('AgentDefinition', { filter: { agentType: { $notIn: ['AI_AGENT_TASK'] } } })).toEqual([ask]);
});

test('should forget them with their process', async () => {
  // given
  const { engine, cleanUp, search } = await startReadSide();
  const { processDefinitionKey } = engine.deploy(withAgents).processesMetadata[0]!;

  // when
  deleteResource(engine, processDefinitionKey, true);
  await cleanUp();

  // then
  expect(await search('AgentDefinition')).toEqual([]);
});
