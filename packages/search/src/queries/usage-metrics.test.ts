import { bpmn, callActivity, element, endEvent, flow, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const plain = bpmn({ id: 'plain' }, startEvent(), endEvent(), flow('start', 'end'));
const caller = bpmn({ id: 'caller' }, startEvent(), callActivity('call', 'plain'), flow('start', 'call'));

const reviewedBy = (assignee: string) =>
  bpmn(
    { id: `review-${assignee}` },
    startEvent(),
    element('userTask', 'review', {
      extensions: `<zeebe:userTask/><zeebe:assignmentDefinition assignee="${assignee}"/>`,
    }),
    flow('start', 'review'),
  );

const decision = {
  name: 'answer.dmn',
  xml: `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="answers" name="answers" namespace="n">
    <decision id="answer" name="Answer"><literalExpression id="e"><text>42</text></literalExpression></decision>
  </definitions>`,
};

const none = { processInstances: 0, decisionInstances: 0, assignees: 0, activeTenants: 0, tenants: {} };

test('should count root instances, evaluations and the people who got tasks', async () => {
  // given
  const { engine, query } = await startReadSide();
  const startTime = engine.nowMs;
  engine.deploy(plain, caller, reviewedBy('ada'), reviewedBy('grace'), decision);

  // when
  for (const id of ['plain', 'plain', 'caller', 'review-ada', 'review-ada', 'review-grace']) engine.create(id);
  engine.evaluateDecision('answer');

  // then
  const usage = { processInstances: 6, decisionInstances: 1, assignees: 2 };
  const endTime = engine.nowMs + 1;
  expect(await query('usageMetrics', { startTime, endTime, withTenants: false })).toEqual({
    ...usage,
    activeTenants: 1,
    tenants: {},
  });
  expect(await query('usageMetrics', { startTime, endTime, withTenants: true, tenantId: '<default>' })).toEqual({
    ...usage,
    activeTenants: 1,
    tenants: { '<default>': usage },
  });
  expect(await query('usageMetrics', { startTime, endTime, withTenants: true, tenantId: 'other' })).toEqual(none);
});

test('should add up what several transactions counted, and keep to the time asked for', async () => {
  // given
  const { engine, query } = await startReadSide();
  const from = engine.nowMs;
  engine.deploy(plain);
  engine.create('plain');
  const first = await query('usageMetrics', { startTime: from, endTime: engine.nowMs + 1, withTenants: false });

  // when
  engine.create('plain');
  engine.advance(10 * 60_000);
  engine.create('plain');

  // then
  const until = engine.nowMs + 1;
  const count = async (startTime: number, endTime: number) =>
    (await query('usageMetrics', { startTime, endTime, withTenants: false })).processInstances;
  expect(first.processInstances).toBe(1);
  expect(await count(from, until)).toBe(3);
  expect(await count(from, from + 60_000)).toBe(2);
  expect(await count(engine.nowMs, until)).toBe(1);
  expect(await count(until + 10 * 60_000, until + 20 * 60_000)).toBe(0);
});
