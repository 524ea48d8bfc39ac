import { BpmnElementType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, extensions, flow, line, multiInstance, path, timerEvent } from '../../test/bpmn-xml.ts';
import { element, feel, ids, literal, parse } from '../../test/parsed.ts';

const adHoc = (content: string, attributes = ''): string =>
  bpmn(line(['ad-hoc'], `<adHocSubProcess id="ad-hoc" ${attributes}>${content}</adHocSubProcess>`));

describe('ad-hoc sub-processes', () => {
  it('should hold what is activated in an inner instance', () => {
    const process = parse(
      adHoc(
        `<task id="a"/><task id="b"/><task id="c"/>${path('a', 'b')}
        <boundaryEvent id="late" attachedToRef="c">${timerEvent('timeDuration', 'PT1H')}</boundaryEvent>
        <subProcess id="esp" triggeredByEvent="true"><startEvent id="esp-start">${timerEvent('timeDuration', 'PT1H')}</startEvent></subProcess>`,
      ),
    );

    const subProcess = element(process, 'ad-hoc');
    const innerInstance = element(process, 'ad-hoc#innerInstance');
    expect(subProcess).toMatchObject({ elementType: BpmnElementType.AD_HOC_SUB_PROCESS, innerInstance });
    expect(ids(subProcess.children)).toEqual(['ad-hoc#innerInstance', 'esp']);
    expect(ids(subProcess.eventSubProcesses)).toEqual(['esp']);
    expect(ids(subProcess.adHoc?.activatableElements ?? [])).toEqual(['a', 'c']);
    expect(innerInstance).toMatchObject({
      elementType: BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE,
      incoming: [],
      outgoing: [],
      adHoc: undefined,
      job: undefined,
    });
    expect(innerInstance.flowScope).toBe(subProcess);
    expect(ids(innerInstance.children)).toEqual(['a', 'b', 'c', 'late']);
    for (const id of ['a', 'b', 'c', 'late']) expect(element(process, id).flowScope).toBe(innerInstance);
    expect(element(process, 'esp').flowScope).toBe(subProcess);
    expect(element(process, 'esp-start').flowScope).toBe(element(process, 'esp'));
  });

  it('should be read with defaults and with everything set', () => {
    expect(element(parse(adHoc('<task id="a"/>')), 'ad-hoc')).toMatchObject({
      job: undefined,
      adHoc: {
        activeElementsCollection: undefined,
        completionCondition: undefined,
        cancelsRemainingInstances: true,
        outputCollection: undefined,
        outputElement: undefined,
      },
    });
    const extension =
      '<zeebe:adHoc activeElementsCollection="=names" outputCollection="results" outputElement="=result"/>';
    expect(
      element(
        parse(
          adHoc(
            `${extensions(extension)}<task id="a"/><completionCondition>=done</completionCondition>`,
            'cancelRemainingInstances="false"',
          ),
        ),
        'ad-hoc',
      ).adHoc,
    ).toMatchObject({
      activeElementsCollection: feel('names'),
      completionCondition: feel('done'),
      cancelsRemainingInstances: false,
      outputCollection: 'results',
      outputElement: feel('result'),
    });
  });

  it('should be left to a job worker with a task definition', () => {
    const process = parse(adHoc(`${extensions('<zeebe:taskDefinition type="agent"/>')}<task id="a"/>`));

    expect(element(process, 'ad-hoc').job?.type).toEqual(literal('agent'));
  });

  it('should be the inner activity of a multi-instance body', () => {
    const process = parse(
      adHoc(
        `<task id="a"/>${multiInstance('inputCollection="=items"')}<boundaryEvent id="x" attachedToRef="a">${timerEvent('timeDuration', 'PT1H')}</boundaryEvent><task id="y"/>${flow('x', 'y')}`,
      ),
    );

    const body = element(process, 'ad-hoc');
    expect(body).toMatchObject({ adHoc: undefined, innerInstance: undefined });
    expect(body.innerActivity).toMatchObject({ innerInstance: element(process, 'ad-hoc#innerInstance') });
    expect(element(process, 'ad-hoc#innerInstance').flowScope).toBe(body.innerActivity);
  });
});
