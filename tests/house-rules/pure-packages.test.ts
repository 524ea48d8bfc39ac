import { isBuiltin } from 'node:module';
import { expect, test } from 'vitest';
import { lineOf, location, type SourceFile, sourceFiles } from './source-file.ts';
import { identifierName, isSyntaxNode, type SyntaxNode, walk } from './syntax-node.ts';

/** They run in the server, in tests and in a browser, and replay must give the same state. */
const purePackages = ['protocol', 'feel', 'xml', 'dmn', 'bpmn', 'engine'];

/** Globals that only Node has, or that bring time, chance or a schedule of their own. */
const impureGlobals = [
  'process',
  'Buffer',
  'performance',
  'crypto',
  'global',
  'require',
  '__dirname',
  '__filename',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
];

/** Members of globals that are otherwise welcome. */
const impureMembers: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  Temporal: ['Now'],
};

const pureFiles = sourceFiles().filter((file) => purePackages.includes(file.packageName) && !file.isTest);

test('should import nothing from Node', () => {
  const violations = pureFiles.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => isBuiltin(specifier))
      .map(({ specifier, line }) => `${location(file, line)} imports ${specifier}`),
  );
  expect(
    violations,
    'Expected pure packages to import nothing from Node: they also run in browsers. Take what you need as a parameter, or move the file to log, state or broker.',
  ).toEqual([]);
});

test('should use no global of Node, no clock and no chance', () => {
  const violations = pureFiles.flatMap((file) =>
    impureUses(file).map(({ use, line }) => `${location(file, line)} uses ${use}`),
  );
  expect(
    violations,
    'Expected pure packages to get time, randomness and everything else from outside as parameters: replaying the log must give the same state.',
  ).toEqual([]);
});

interface ImpureUse {
  readonly use: string;
  readonly line: number;
}

function impureUses(file: SourceFile): readonly ImpureUse[] {
  const ownNames = boundNames(file.syntax);
  const uses: ImpureUse[] = [];
  walk(file.syntax, (node) => {
    const use = impureUse(node);
    if (use !== undefined && !ownNames.has(use.split('.')[0] ?? '')) {
      uses.push({ use, line: lineOf(file, node.start) });
    }
  });
  return uses;
}

/** Only where a value is read from it or it is called: a field or a variable of our own may bear such a name. */
function impureUse(node: SyntaxNode): string | undefined {
  if (node.type === 'NewExpression') {
    const isNow =
      identifierName(node.callee) === 'Date' && Array.isArray(node.arguments) && node.arguments.length === 0;
    return isNow ? 'Date.now (new Date() without arguments)' : undefined;
  }
  if (node.type === 'CallExpression') {
    const name = identifierName(node.callee);
    return name !== undefined && impureGlobals.includes(name) ? name : undefined;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const object = identifierName(node.object);
  const property = identifierName(node.property);
  if (object === undefined) return undefined;
  if (impureGlobals.includes(object)) return object;
  return property !== undefined && impureMembers[object]?.includes(property) ? `${object}.${property}` : undefined;
}

/** Names the file declares or imports itself, wherever in it. */
function boundNames(syntax: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const bind = (pattern: unknown): void => {
    const name = identifierName(pattern);
    if (name !== undefined) names.add(name);
    else if (isSyntaxNode(pattern)) walk(pattern, (node) => node !== pattern && bind(node));
  };
  walk(syntax, (node) => {
    if (node.type === 'VariableDeclarator') bind(node.id);
    if (Array.isArray(node.params)) node.params.forEach(bind);
    // `Temporal` is the one import that brings a clock of its own: Temporal.Now.
    if (/^Import.*Specifier$/.test(node.type) && identifierName(node.local) !== 'Temporal') bind(node.local);
    if (node.type === 'FunctionDeclaration') bind(node.id);
  });
  return names;
}
