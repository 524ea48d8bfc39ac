import { IncidentErrorType, JobIntent, ResourceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';

function linking(...attributes: readonly string[]): { readonly name: string; readonly xml: string } {
  const links = attributes.map(
    (each) => `<zeebe:linkedResource resourceId="robot.txt" resourceType="RPA" linkName="script" ${each}/>`,
  );
  const io = `<zeebe:linkedResources>${links.join('')}</zeebe:linkedResources><zeebe:taskHeaders><zeebe:header key="own" value="1"/></zeebe:taskHeaders>`;
  const xml = bpmn(
    {},
    startEvent(),
    flow('start', 'task'),
    serviceTask('task', { io }),
    flow('task', 'end'),
    endEvent(),
  );
  return { name: 'p.bpmn', xml };
}

const robot = { name: 'robot.txt', xml: 'do something' };

describe('linked resources', () => {
  it('should be told to the worker in a header', () => {
    // given
    const engine = startEngine();
    engine.deploy(robot, linking('bindingType="latest"', 'bindingType="deployment"'));
    const [resource] = engine.events(ValueType.RESOURCE, ResourceIntent.CREATED);

    // when
    engine.create('process');

    // then
    const [job] = engine.activate('task');
    expect(job?.customHeaders.own).toBe('1');
    const resourceKey = String(resource!.key);
    const link = { resourceId: 'robot.txt', resourceType: 'RPA', linkName: 'script', resourceKey };
    expect(JSON.parse(job!.customHeaders.linkedResources!)).toEqual([
      { ...link, bindingType: 'latest' },
      { ...link, bindingType: 'deployment' },
    ]);
  });

  it.each([
    ['bindingType="latest"', "Expected resource with id 'robot.txt' to be deployed, but not found."],
    ['bindingType="versionTag" versionTag="v1"', "and version tag 'v1', but no such resource found"],
  ])('should stop with an incident when %s names none', (attributes, message) => {
    // given
    const engine = startEngine();
    engine.deploy(linking(attributes));

    // when
    engine.create('process');

    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.RESOURCE_NOT_FOUND, elementId: 'task' });
    expect(incident?.value.errorMessage).toContain(message);
    expect(engine.events(ValueType.JOB)).toEqual([]);
  });

  it('should go on when the resource is there at the next try', () => {
    // given
    const engine = startEngine();
    engine.deploy(linking(''));
    engine.create('process');

    // when
    engine.deploy(robot);
    engine.resolve(engine.incidents()[0]!.key);

    // then
    expect(engine.events(ValueType.JOB, JobIntent.CREATED)).toHaveLength(1);
  });
});
