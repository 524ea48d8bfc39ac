import { expect, test } from 'vitest';
import { readDiagram } from './diagram.ts';

const drawn = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
  <bpmn:process id="p"><bpmn:startEvent id="start"/><bpmn:subProcess id="open"/><bpmn:subProcess id="closed"/></bpmn:process>
  <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
    <bpmndi:BPMNShape bpmnElement="start"><dc:Bounds x="10" y="20.5" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape bpmnElement="open" isExpanded="true"><dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape bpmnElement="closed" isExpanded="false"><dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape bpmnElement="gone"><dc:Bounds x="odd" y="2" width="3" height="4"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape bpmnElement="nowhere"/>
    <bpmndi:BPMNEdge bpmnElement="flow"><di:waypoint x="46" y="38"/><di:waypoint x="100" y="38"/></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

test('should read where elements are drawn and flows lead', () => {
  const { shapes, edges } = readDiagram(drawn);
  expect(shapes[0]).toEqual({
    elementId: 'start',
    kind: 'startEvent',
    x: 10,
    y: 20.5,
    width: 36,
    height: 36,
    isExpanded: false,
  });
  expect(edges).toEqual([
    {
      elementId: 'flow',
      points: [
        [46, 38],
        [100, 38],
      ],
    },
  ]);
});

test('should tell whether the content of a sub-process is drawn inside', () => {
  const expanded = readDiagram(drawn).shapes.map(({ elementId, isExpanded }) => [elementId, isExpanded]);
  expect(expanded).toContainEqual(['open', true]);
  expect(expanded).toContainEqual(['closed', false]);
});

test('should take what is odd for nothing and leave out shapes without bounds', () => {
  const { shapes } = readDiagram(drawn);
  expect(shapes.find(({ elementId }) => elementId === 'gone')).toMatchObject({ kind: '', x: 0 });
  expect(shapes.some(({ elementId }) => elementId === 'nowhere')).toBe(false);
});

test('should find no diagram in anything else', () => {
  expect(readDiagram('<broken')).toEqual({ shapes: [], edges: [] });
  expect(readDiagram('<a/>')).toEqual({ shapes: [], edges: [] });
});
