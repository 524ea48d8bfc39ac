import { DEFAULT_TENANT_ID, DeploymentIntent, deploymentCommandValue, NO_KEY, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, element, endEvent, flow, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';
import { createEngineState } from '../state/engine-state.ts';
import { findForm } from './form-lookup.ts';

const form = (id: string, rest: object = {}) => ({
  name: `${id}.form`,
  xml: JSON.stringify({ id, type: 'default', components: [], ...rest }),
});

const linking = bpmn(
  { id: 'p' },
  startEvent(),
  element('serviceTask', 'review', {
    extensions:
      '<zeebe:taskDefinition type="review"/><zeebe:linkedResources><zeebe:linkedResource resourceId="f" resourceType="form" linkName="form" bindingType="deployment"/></zeebe:linkedResources>',
  }),
  endEvent(),
  flow('start', 'review'),
  flow('review', 'end'),
);

function refusal(engine: TestEngine, name: string, text: string): string {
  return rejectionOf(
    engine.send(
      ValueType.DEPLOYMENT,
      DeploymentIntent.CREATE,
      deploymentCommandValue([{ resourceName: name, resource: new TextEncoder().encode(text) }]),
    ),
  );
}

/** What a form is found by, besides its id. */
interface Binding {
  readonly bindingType: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag?: string;
}

function found(engine: TestEngine, binding: Binding, processDefinitionKey = NO_KEY) {
  const origin = { processDefinitionKey, tenantId: DEFAULT_TENANT_ID };
  const versionTag = binding.versionTag;
  return findForm({ state: createEngineState(engine.store) }, { formId: 'f', ...binding, versionTag }, origin)?.version;
}

describe('form files', () => {
  it('should be deployed with id, version and version tag, and named in the answer', () => {
    // given
    const engine = startEngine();

    // when
    let answer: ReturnType<TestEngine['deploy']> | undefined;
    const events = eventsOf(engine, () => {
      answer = engine.deploy(form('f', { versionTag: 'v1' }));
    });

    // then
    expect(events).toEqual(['FORM CREATED', 'DEPLOYMENT CREATED']);
    const [created] = engine.events(ValueType.FORM);
    expect(created?.value).toMatchObject({ formId: 'f', version: 1, versionTag: 'v1', formKey: created?.key });
    expect(created?.value.deploymentKey).toBe(answer?.deploymentKey);
    expect(answer?.processesMetadata).toEqual([]);
    expect(answer?.formsMetadata).toMatchObject([
      { resourceId: 'f', version: 1, versionTag: 'v1', resourceKey: created?.key, isDuplicate: false },
    ]);
  });

  it('should keep the version when nothing changed, and get the next one when content or name did', () => {
    // given
    const engine = startEngine();
    const first = engine.deploy(form('f'));

    // when
    const same = engine.deploy(form('f'));
    engine.deploy(form('f', { components: [{}] }));
    engine.deploy({ ...form('f', { components: [{}] }), name: 'other.form' });

    // then
    expect(same.formsMetadata).toEqual([{ ...first.formsMetadata[0], isDuplicate: true }]);
    expect(engine.events(ValueType.FORM).map(({ value }) => value.version)).toEqual([1, 2, 3]);
  });

  it('should give everything of a deployment a new version when anything in it changed', () => {
    // given
    const engine = startEngine();
    const process = { name: 'p.bpmn', xml: linking };
    const first = engine.deploy(process, form('f'));

    // when
    const second = engine.deploy(process, form('f', { components: [{}] }));
    const third = engine.deploy(process, form('f', { components: [{}] }));

    // then
    expect(second.processesMetadata).toMatchObject([{ version: 2, isDuplicate: false }]);
    expect(second.formsMetadata).toMatchObject([{ version: 2, isDuplicate: false }]);
    expect(third.processesMetadata).toMatchObject([{ version: 2, isDuplicate: true }]);
    const [older, newer] = [first, second].map(({ processesMetadata }) => processesMetadata[0]!.processDefinitionKey);
    expect(found(engine, { bindingType: 'deployment' }, older)).toBe(1);
    expect(found(engine, { bindingType: 'deployment' }, newer)).toBe(2);
  });

  it('should be found by the latest version or the version tag deployed last', () => {
    // given
    const engine = startEngine();
    engine.deploy(form('f', { versionTag: 'stable' }));
    engine.deploy(form('f', { versionTag: 'stable', components: [{}] }));

    // when
    engine.deploy(form('f'));

    // then
    expect(found(engine, { bindingType: 'latest' })).toBe(3);
    expect(found(engine, { bindingType: 'versionTag', versionTag: 'stable' })).toBe(2);
    expect(found(engine, { bindingType: 'versionTag', versionTag: 'missing' })).toBeUndefined();
  });

  it.each([
    ['no id', '{}', "'f.form': Expected the form id to be present, but none given"],
    ['a blank id', '{"id": " "}', "'f.form': Expected the form id to be filled, but it is blank"],
    ['an id that is no text', '{"id": 1}', "'f.form': Expected the form id to be a text, but it is not"],
    ['no JSON', 'form', "'f.form': Failed to read the form: "],
    ['JSON that is no object', '[]', "'f.form': Failed to read the form: Expected a JSON object, but"],
    ['a version tag that is no text', '{"id": "f", "versionTag": 2}', 'Expected the version tag of the form'],
  ])('should be refused with %s', (_what, text, reason) => {
    const engine = startEngine();
    expect(refusal(engine, 'f.form', text)).toContain(reason);
    expect(engine.dump()).toEqual([]);
  });

  it('should be refused when two have one id, or a process wants one of its own deployment that is not there', () => {
    const engine = startEngine();
    expect(() => engine.deploy(form('f'), { ...form('f'), name: 'g.form' })).toThrow(
      "Duplicated form id in resources 'f.form' and 'g.form': 'f'. Rename one of the forms.",
    );
    expect(() => engine.deploy({ name: 'p.bpmn', xml: linking })).toThrow(
      "'p.bpmn':\n- Element: review > extensionElements > linkedResources > linkedResource\n    - ERROR: Expected to find form with id 'f' in current deployment, but not found.",
    );
  });

  it('should reach every partition with the same key and version', () => {
    // given
    const cluster = new TestCluster(3);

    // when
    cluster.partition(1).deploy(form('f'));
    cluster.settle();

    // then
    const [origin] = cluster.partition(1).events(ValueType.FORM);
    for (const id of [2, 3]) {
      expect(
        cluster
          .partition(id)
          .events(ValueType.FORM)
          .map(({ value }) => value),
      ).toEqual([origin?.value]);
      expect(cluster.partition(id).replayed().dump()).toEqual(cluster.partition(id).dump());
    }
  });
});
