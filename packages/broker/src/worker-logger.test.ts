import { expect, it } from 'vitest';
import { createWorkerLogger } from './worker-logger.ts';

it('should set the level of a logger and of what was made from it', () => {
  // given
  const lines: string[] = [];
  const { logger, setLevel } = createWorkerLogger('info', (line) => lines.push(line));
  const child = logger.child({ exporterId: 'a' }).child({ task: 1 });
  child.debug('unheard');

  // when
  setLevel('debug');
  child.debug('heard');

  // then
  expect(lines.map((line) => JSON.parse(line))).toEqual([{ level: 20, exporterId: 'a', task: 1, msg: 'heard' }]);
});
