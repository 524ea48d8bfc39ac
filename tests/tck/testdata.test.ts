import { join } from 'node:path';
import type { Conformance } from '@waggle/feel';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { runKit } from './run-kit.ts';

/** Where Camunda's meaning holds, of our own cases these differ from the standard's: see docs/conformance.md. */
const differing: Readonly<Record<Conformance, readonly string[]>> = {
  standard: [],
  camunda: ['0010-strings/001/length', '0023-external-functions/001/by java'],
};

test.each(['standard', 'camunda'] as const)(
  'should pass our own cases of the kit with the meaning: %s',
  (conformance) => {
    // when
    const messages = [...runKit(join(repositoryPath, 'tests/tck/testdata'), { conformance })];
    const results = messages.flatMap((message) => ('outcome' in message ? [message] : []));

    // then
    const failed = results.filter(({ outcome, id }) => outcome === 'failed' && !differing[conformance].includes(id));
    expect(failed.map(({ id, expected, actual, reason }) => ({ id, expected, actual, reason }))).toEqual([]);
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toEqual(differing[conformance]);
    expect(results.length).toBeGreaterThan(190);
  },
);
