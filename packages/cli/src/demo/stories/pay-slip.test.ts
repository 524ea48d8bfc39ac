import { expect, test } from 'vitest';
import { paySlip } from './pay-slip.ts';

test('should say where each object begins', () => {
  // when
  const pdf = new TextDecoder().decode(paySlip(['Grüße (an Łukasz)', 'C:\\temp']));

  // then
  const offsets = [...pdf.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(5);
  for (const [index, offset] of offsets.entries())
    expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  expect(pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1]))).toMatch(/^xref\n0 6\n/);
  expect(pdf).toContain('(Gr\\374\\337e \\(an ?ukasz\\)) Tj');
  expect(pdf).toContain('(C:\\\\temp) Tj');
});
