import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { loggerLevels } from './logger-levels.ts';

test('should set the level of a logger and of what was made from it, and go back', () => {
  // given
  const logger = pino({ level: 'info' }, new Writable({ write: (_chunk, _encoding, done) => done() }));
  const levels = loggerLevels(logger);
  const child = logger.child({ partitionId: 1 }).child({ exporterId: 'json-lines' });

  // when
  levels.setLevel('ROOT', 'DEBUG');

  // then
  expect(child.level).toBe('debug');
  expect(levels.loggers().get('ROOT')).toEqual({ configuredLevel: 'DEBUG', effectiveLevel: 'DEBUG' });

  // when
  levels.setLevel('ROOT', null);

  // then
  expect([logger.level, child.level]).toEqual(['info', 'info']);
});
