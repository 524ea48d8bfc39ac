import { DEFAULT_TENANT_ID, NO_KEY, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, element, endEvent, flow, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';
import { createEngineState } from '../state/engine-state.ts';
import { findLinkedResource } from './resource-lookup.ts';

const rpa = (id: string, rest: object = {}) => ({ name: `${id}.rpa`, xml: JSON.stringify({ id, ...rest }) });

const linking = bpmn(
  { id: 'p' },
  startEvent(),
  element('serviceTask', 'robot', {
    extensions:
      '<zeebe:taskDefinition type="robot"/><zeebe:linkedResources><zeebe:linkedResource resourceId="r" resourceType="RPA" linkName="script" bindingType="deployment"/></zeebe:linkedResources>',
  }),
  endEvent(),
  flow('start', 'robot'),
  flow('robot', 'end'),
);

function linked(engine: TestEngine, resourceId: string, bindingType: 'latest' | 'deployment', origin = NO_KEY) {
  return findLinkedResource(
    { state: createEngineState(engine.store) },
    { resourceId, resourceType: 'RPA', linkName: '', bindingType, versionTag: undefined },
    { processDefinitionKey: origin, tenantId: DEFAULT_TENANT_ID },
  );
}

describe('other files', () => {
  it('should be kept: RPA scripts by the id inside, any other by the file name', () => {
    // given
    const engine = startEngine();

    // when
    const events = eventsOf(engine, () =>
      engine.deploy(
        rpa('r', { versionTag: 'v1' }),
        { name: 'prompt.md', xml: '# Prompt' },
        { name: 'a.xml', xml: '<a/>' },
      ),
    );

    // then
    expect(events).toEqual(['RESOURCE CREATED', 'RESOURCE CREATED', 'RESOURCE CREATED', 'DEPLOYMENT CREATED']);
    const created = engine.events(ValueType.RESOURCE).map(({ value }) => [value.resourceId, value.versionTag]);
    expect(created).toEqual([
      ['r', 'v1'],
      ['prompt.md', ''],
      ['a.xml', ''],
    ]);
    const { resourcesMetadata } = engine.deploy({ name: 'prompt.md', xml: '# Prompt' });
    expect(resourcesMetadata).toMatchObject([{ resourceId: 'prompt.md', version: 1, isDuplicate: true }]);
    expect(linked(engine, 'r', 'latest')).toBe(engine.events(ValueType.RESOURCE)[0]?.key);
    expect(linked(engine, 'missing', 'latest')).toBeUndefined();
  });

  it('should be found in the deployment of the process that links them', () => {
    // given
    const engine = startEngine();
    const { processesMetadata, resourcesMetadata } = engine.deploy({ name: 'p.bpmn', xml: linking }, rpa('r'));

    // when
    engine.deploy(rpa('r', { script: 'newer' }));

    // then
    const origin = processesMetadata[0]?.processDefinitionKey;
    expect(linked(engine, 'r', 'deployment', origin)).toBe(resourcesMetadata[0]?.resourceKey);
    expect(linked(engine, 'r', 'latest', origin)).not.toBe(resourcesMetadata[0]?.resourceKey);
  });

  it('should be refused when an RPA script has no id, or a link to the own deployment leads nowhere', () => {
    const engine = startEngine();
    expect(() => engine.deploy({ name: 'r.rpa', xml: '{}' })).toThrow(
      "'r.rpa': Expected the RPA resource id to be present, but none given",
    );
    expect(() => engine.deploy({ name: 'p.bpmn', xml: linking })).toThrow(
      "Expected to find resource with id 'r' in current deployment, but not found.",
    );
  });
});
