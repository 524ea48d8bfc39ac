import { expect, test } from 'vitest';
import { parseDmn } from '../parse-dmn.ts';

const document = (namespace: string, content = '') =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${namespace}" name="${namespace}" namespace="${namespace}">${content}</definitions>`;
const imports = (namespace: string) =>
  `<import name="${namespace}" namespace="${namespace}" importType="https://www.omg.org/spec/DMN/20191111/MODEL/" />`;

test('should refuse an import that declares another namespace', () => {
  // given
  const root = document('root', imports('other'));

  // when
  const parsed = parseDmn(root, { importedDocument: () => document('root') });

  // then
  expect(parsed).toMatchObject({
    ok: false,
    findings: expect.arrayContaining([
      expect.objectContaining({ message: expect.stringContaining("the namespace 'other', but it has 'root'") }),
    ]),
  });
});
