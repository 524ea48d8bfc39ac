import { DeploymentIntent, deploymentCommandValue, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, ruleTask, startEvent } from '../../test/bpmn.ts';
import { dmn, literal } from '../../test/dmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';
import { createEngineState } from '../state/engine-state.ts';

const file = (xml: string, name = 'rules.dmn') => ({ name, xml });

function refusal(engine: TestEngine, ...files: readonly { readonly name: string; readonly xml: string }[]): string {
  const resources = files.map(({ name, xml }) => ({ resourceName: name, resource: new TextEncoder().encode(xml) }));
  return rejectionOf(engine.send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, deploymentCommandValue(resources)));
}

const calling = (decisionId: string, binding: string) =>
  bpmn(
    { id: 'p' },
    startEvent(),
    ruleTask('rule', decisionId, { binding }),
    endEvent(),
    flow('start', 'rule'),
    flow('rule', 'end'),
  );

describe('decision models', () => {
  it('should be deployed with their requirements and every decision, and named in the answer', () => {
    // given
    const engine = startEngine();

    // when
    let answer: ReturnType<TestEngine['deploy']> | undefined;
    const events = eventsOf(engine, () => {
      answer = engine.deploy(
        file(dmn('drg', literal('a', '1', { versionTag: 'v1' }), literal('b', 'a', { requires: ['a'] }))),
      );
    });

    // then
    expect(events).toEqual([
      'DECISION_REQUIREMENTS CREATED',
      'DECISION CREATED',
      'DECISION CREATED',
      'DEPLOYMENT CREATED',
    ]);
    const [requirements] = answer!.decisionRequirementsMetadata;
    const decisionRequirementsKey = requirements!.decisionRequirementsKey;
    expect(requirements).toMatchObject({
      decisionRequirementsId: 'drg',
      decisionRequirementsName: 'drg',
      decisionRequirementsVersion: 1,
      namespace: 'http://test',
      resourceName: 'rules.dmn',
      isDuplicate: false,
    });
    expect(answer!.decisionsMetadata).toMatchObject([
      { decisionId: 'a', version: 1, versionTag: 'v1', decisionRequirementsId: 'drg', decisionRequirementsKey },
      { decisionId: 'b', version: 1, versionTag: '', decisionRequirementsId: 'drg', decisionRequirementsKey },
    ]);
    expect(
      engine.events(ValueType.DECISION).map(({ key, value }) => [key, value.decisionKey, value.deploymentKey]),
    ).toEqual(answer!.decisionsMetadata.map(({ decisionKey }) => [decisionKey, decisionKey, answer!.deploymentKey]));
  });

  it('should keep key and version when neither name nor content changed', () => {
    // given
    const engine = startEngine();
    const xml = dmn('drg', literal('a', '1'));
    const first = engine.deploy(file(xml));

    // when
    const events = eventsOf(engine, () => {
      const again = engine.deploy(file(xml));

      // then
      expect(again.decisionsMetadata).toEqual([{ ...first.decisionsMetadata[0], isDuplicate: true }]);
      expect(again.decisionRequirementsMetadata).toEqual([
        { ...first.decisionRequirementsMetadata[0], isDuplicate: true },
      ]);
    });
    expect(events).toEqual(['DEPLOYMENT CREATED']);
  });

  it('should get a new version each when name or content changed, back to an older content too', () => {
    // given
    const engine = startEngine();
    const one = dmn('drg', literal('a', '1'));
    const two = dmn('drg', literal('a', '2'), literal('b', '3'));
    const versions = (answer: ReturnType<TestEngine['deploy']>) => [
      ...answer.decisionRequirementsMetadata.map(({ decisionRequirementsVersion: version }) => version),
      ...answer.decisionsMetadata.map(({ version }) => version),
    ];

    // when // then
    expect(versions(engine.deploy(file(one)))).toEqual([1, 1]);
    expect(versions(engine.deploy(file(two)))).toEqual([2, 2, 1]);
    expect(versions(engine.deploy(file(one)))).toEqual([3, 3]);
    expect(versions(engine.deploy(file(one, 'other.dmn')))).toEqual([4, 4]);
    // The decision went over to other requirements meanwhile, so the file is no duplicate any more.
    expect(versions(engine.deploy(file(dmn('other', literal('a', '9')), 'third.dmn')))).toEqual([1, 5]);
    expect(versions(engine.deploy(file(one, 'other.dmn')))).toEqual([5, 6]);
  });

  it('should get new versions together with what else of the deployment changed', () => {
    const engine = startEngine();
    const rules = file(dmn('drg', literal('a', '1')));
    engine.deploy(calling('a', ''), rules);
    const again = engine.deploy(calling('a', 'bindingType="latest"'), rules);
    expect(again.decisionsMetadata).toMatchObject([{ version: 2, isDuplicate: false }]);
    expect(again.decisionsMetadata[0]?.decisionRequirementsKey).toBe(
      again.decisionRequirementsMetadata[0]?.decisionRequirementsKey,
    );
  });

  it('should be refused when two files define one id', () => {
    const engine = startEngine();
    const a = file(dmn('one', literal('a', '1')), 'a.dmn');

    expect(refusal(engine, a, file(dmn('two', literal('a', '2')), 'b.dmn'))).toContain(
      "Expected the decision ids to be unique within a deployment but found a duplicated id 'a' in the resources 'a.dmn' and 'b.dmn'.",
    );
    expect(refusal(engine, a, file(dmn('one', literal('b', '2')), 'b.dmn'))).toContain(
      "Expected the decision requirements ids to be unique within a deployment but found a duplicated id 'one' in the resources 'a.dmn' and 'b.dmn'.",
    );
    expect(engine.events(ValueType.DECISION)).toEqual([]);
  });

  it.each([
    ['an expression that cannot be read', dmn('drg', literal('a', '1 +'))],
    ['an id that is too long', dmn('drg', literal('a'.repeat(257), '1'))],
    ['a name of the graph that is too long', dmn('d'.repeat(257), literal('a', '1'))],
  ])('should be refused with a name of the file: %s', (_what, xml) => {
    const engine = startEngine();
    expect(refusal(engine, file(xml))).toMatch(
      /^INVALID_ARGUMENT: Expected to deploy new resources.+\n'rules\.dmn': /s,
    );
    expect(engine.records.filter(({ valueType }) => valueType !== ValueType.DEPLOYMENT)).toEqual([]);
  });

  it('should be refused as bytes that are no text', () => {
    const answer = startEngine().send(
      ValueType.DEPLOYMENT,
      DeploymentIntent.CREATE,
      deploymentCommandValue([{ resourceName: 'a.dmn', resource: new Uint8Array([0xff, 0xfe, 0xfd]) }]),
    );
    expect(rejectionOf(answer)).toContain("'a.dmn': ");
  });

  it('should be missed at once by a task that is bound to its own deployment', () => {
    const engine = startEngine();
    engine.deploy(file(dmn('drg', literal('a', '1'))));
    expect(refusal(engine, { name: 'p.bpmn', xml: calling('a', 'bindingType="deployment"') })).toContain(
      "'p.bpmn':\n- Element: rule > extensionElements > calledDecision\n    - ERROR: Expected to find decision with id 'a' in current deployment, but not found.",
    );
  });

  it('should be the same on every partition', () => {
    // given
    const cluster = new TestCluster(3);
    cluster.partition(1).deploy(file(dmn('drg', literal('a', '1'), literal('b', '2'))));
    cluster.partition(1).deploy(file(dmn('drg', literal('a', '3'))));

    // when
    cluster.settle();

    // then
    const decisions = (partitionId: number) => {
      const state = createEngineState(cluster.partition(partitionId).store);
      return [
        ...state.decisions.entries(),
        ...state.decisionRequirements.entries(),
        ...state.latestDecisions.entries(),
      ];
    };
    expect(decisions(2)).toEqual(decisions(1));
    expect(decisions(3)).toEqual(decisions(1));
    expect(decisions(1).length).toBe(3 + 2 + 2);
  });
});
