import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-file.ts';
import { identifierName, isSyntaxNode, type SyntaxNode } from './syntax-node.ts';

const kinds = [
  { what: 'processor', folder: 'packages/engine/src/processors/' },
  { what: 'applier', folder: 'packages/engine/src/appliers/' },
];

describe.each(kinds)('$what', ({ what, folder }) => {
  test('should be alone in its file', () => {
    const violations = sourceFiles()
      .filter((file) => file.path.startsWith(folder) && !file.isTest && !file.path.endsWith('/index.ts'))
      .map((file) => ({ file, names: exportedValues(file) }))
      // A file of types only describes what all of them have in common.
      .filter(({ names }) => names.length > 1)
      .map(({ file, names }) => `${file.path} exports ${names.join(', ')}`);
    expect(
      violations,
      `Expected every file in ${folder} to export one value, its ${what}: split the file, or move what several share to a file outside this folder.`,
    ).toEqual([]);
  });
});

/** Exported functions, constants and classes; types do not count. */
function exportedValues(file: SourceFile): readonly string[] {
  const body = Array.isArray(file.syntax.body) ? file.syntax.body.filter(isSyntaxNode) : [];
  return body.flatMap((node) => {
    if (node.type === 'ExportAllDeclaration') return ['*'];
    if (node.type === 'ExportDefaultDeclaration') return ['default'];
    if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') return [];
    return isSyntaxNode(node.declaration) ? declaredNames(node.declaration) : specifierNames(node);
  });
}

function declaredNames(declaration: SyntaxNode): readonly string[] {
  const declared = declaration.type === 'VariableDeclaration' ? declaration.declarations : [declaration];
  return Array.isArray(declared)
    ? declared.flatMap((node) => (isSyntaxNode(node) ? [identifierName(node.id) ?? '(pattern)'] : []))
    : [];
}

function specifierNames(node: SyntaxNode): readonly string[] {
  return Array.isArray(node.specifiers)
    ? node.specifiers.flatMap((specifier) =>
        isSyntaxNode(specifier) && specifier.exportKind !== 'type' ? [identifierName(specifier.exported) ?? ''] : [],
      )
    : [];
}
