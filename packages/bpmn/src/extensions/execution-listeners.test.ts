import { describe, expect, it } from 'vitest';
import { bpmn, executionListeners, extensions, line, multiInstance, serviceTask } from '../../test/bpmn-xml.ts';
import { element, feel, literal, parse } from '../../test/parsed.ts';

describe('execution listeners', () => {
  it('should be read in document order with defaults', () => {
    const process = parse(
      bpmn(
        line(
          ['task'],
          `<task id="task">${extensions(executionListeners('eventType="end" type="=kind" retries="=n"', 'eventType="start" type="a"'))}</task>`,
        ),
      ),
    );

    expect(element(process, 'task').executionListeners).toEqual([
      { eventType: 'end', type: feel('kind'), retries: feel('n'), headers: {} },
      { eventType: 'start', type: literal('a'), retries: literal('3'), headers: {} },
    ]);
    expect(element(process, 'start').executionListeners).toEqual([]);
  });

  it('should be read on the process, also for its cancellation', () => {
    const process = parse(
      bpmn(line([], extensions(executionListeners('eventType="start" type="a"', 'eventType="cancel" type="b"')))),
    );

    expect(process.root.executionListeners.map(({ eventType }) => eventType)).toEqual(['start', 'cancel']);
  });

  it('should carry the headers of their element under their own', () => {
    const headers = (...rows: readonly string[]): string =>
      `<zeebe:taskHeaders>${rows.map((row) => `<zeebe:header key="${row[0]}" value="${row[1]}"/>`).join('')}</zeebe:taskHeaders>`;
    const listener = `<zeebe:executionListeners><zeebe:executionListener eventType="start" type="a">${headers('b3', 'c4')}</zeebe:executionListener></zeebe:executionListeners>`;

    const task = element(
      parse(
        bpmn(
          line(
            ['task'],
            serviceTask('task', extensions(`<zeebe:taskDefinition type="work"/>${headers('a1', 'b2')}${listener}`)),
          ),
        ),
      ),
      'task',
    );

    expect(task.executionListeners[0]?.headers).toEqual({ a: '1', b: '3', c: '4' });
    expect(task.job?.headers).toEqual({ a: '1', b: '2' });
  });

  it('should run for the body of a multi-instance activity before all, otherwise for each instance', () => {
    const listeners = executionListeners(
      'eventType="end" type="a"',
      'eventType="beforeAll" type="b"',
      'eventType="start" type="c"',
    );

    const body = element(
      parse(
        bpmn(
          line(['task'], `<task id="task">${extensions(listeners)}${multiInstance('inputCollection="=items"')}</task>`),
        ),
      ),
      'task',
    );

    expect(body.executionListeners.map(({ eventType }) => eventType)).toEqual(['beforeAll']);
    expect(body.innerActivity?.executionListeners.map(({ eventType }) => eventType)).toEqual(['end', 'start']);
  });
});
