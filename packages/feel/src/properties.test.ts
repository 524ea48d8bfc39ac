import fc from 'fast-check';
import { describe, it } from 'vitest';
import { compileExpression } from './index.ts';

/** Pieces from which random texts are built that look like FEEL, and sometimes are. */
const pieces =
  'x y 1 0.5 "a" null true [ ] ( ) { } : , . .. + - * / ** = != < <= > >= in and or not( if then else for return some every ' +
  'satisfies between instance of function( item partial ? count( sum( @"PT1H" @"2026-01-01" `a b` string length( sort( // /* */ date';

describe('any text', () => {
  it('should compile or be rejected with a position, and evaluate without throwing', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces.split(' ')), fc.string({ maxLength: 3 })), { maxLength: 25 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (source) => {
        const compiled = compileExpression(source);
        if (!compiled.ok) return compiled.position >= 0 && compiled.position <= source.length;
        const result = compiled.expression.evaluate({
          variable: (name) => (name === 'x' ? [1, 2] : undefined),
          nowMs: 0,
        });
        return typeof result.ok === 'boolean';
      }),
      { numRuns: 3_000 },
    );
  });
});
