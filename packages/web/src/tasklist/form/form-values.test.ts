import { expect, test } from 'vitest';
import { withDocuments, withInput, withoutFiles } from './form-values.ts';

test('should lay input over data', () => {
  // given
  const data = { applicant: { name: 'Ada', age: 36 }, conditions: [{ id: 1 }], other: true };

  // when / then
  expect(withInput(data, { applicant: { name: 'Bob' }, conditions: [], note: null })).toEqual({
    applicant: { name: 'Bob', age: 36 },
    conditions: [],
    other: true,
    note: null,
  });
});

test('should put documents where files were, however deep', () => {
  // given
  const data = { contract: 'files::1', people: [{ passport: 'files::2' }, { passport: 'files::3' }], text: 'files' };

  // when / then
  expect(
    withDocuments(
      data,
      new Map([
        ['files::1', [{ documentId: 'a' }]],
        ['files::2', []],
      ]),
    ),
  ).toEqual({
    contract: [{ documentId: 'a' }],
    people: [{ passport: [] }, { passport: null }],
    text: 'files',
  });
});

test('should leave files out of drafts and say so', () => {
  expect(withoutFiles({ contract: 'files::1', note: 'x' })).toEqual({
    data: { contract: null, note: 'x' },
    hadFiles: true,
  });
  expect(withoutFiles({ note: 'x' })).toEqual({ data: { note: 'x' }, hadFiles: false });
});
