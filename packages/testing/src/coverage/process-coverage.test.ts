import { expect, test } from 'vitest';
import { flow, model, ORDER, task } from '../../test/models.ts';
import { createTestEngine, ProcessCoverage } from '../index.ts';

test('should add up what the engines of a test file passed', () => {
  // given
  const coverage = new ProcessCoverage();

  // when one leads to the end, another is refused
  const first = createTestEngine({ coverage });
  first.deploy(ORDER);
  first.start('order');
  first.completeJob('pay');
  const second = createTestEngine({ coverage });
  second.deploy(ORDER);
  second.start('order');
  second.throwError('pay', 'REFUSED');

  // then
  expect(coverage.table()).toBe(
    [
      'process  elements  flows  covered  not passed',
      'order    5/8       3/5    61 %     reminder, reminded, end, ship_end, reminder_reminded',
    ].join('\n'),
  );
});

test('should leave out processes that a mock stands for', () => {
  const coverage = new ProcessCoverage();
  const engine = createTestEngine({ coverage });
  engine.mockProcess('child');
  expect(coverage.reports).toEqual([]);
});

test('should draw the diagram with what was passed in colour', () => {
  // given
  const shape = (id: string, x: number) =>
    `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${x}" y="10" width="36" height="36"/></bpmndi:BPMNShape>`;
  const xml = model('drawn', `<bpmn:startEvent id="start"/>${task('work')}${flow('start', 'work')}`).replace(
    '</bpmn:definitions>',
    `<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="drawn">${shape('start', 10)}${shape('work', 100)}<bpmndi:BPMNEdge bpmnElement="start_work"><di:waypoint x="46" y="28"/><di:waypoint x="100" y="28"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`,
  );
  const coverage = new ProcessCoverage();
  const engine = createTestEngine({ coverage });
  engine.deploy(xml);

  // when
  engine.start('drawn');

  // then
  const page = coverage.html();
  expect(page).toContain('<circle class="shape passed" cx="28" cy="28" r="18"/>');
  expect(page).toContain('<polyline class="flow passed" points="46,28 100,28"');
});

test('should list a model that was never drawn', () => {
  const coverage = new ProcessCoverage();
  const engine = createTestEngine({ coverage });
  engine.deploy(ORDER);
  engine.start('order');
  expect(coverage.html()).toContain('<li class="passed">pay: 1</li>');
  expect(coverage.html()).toContain('<li class="">ship: 0</li>');
});
