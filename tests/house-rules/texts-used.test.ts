import { expect, test } from 'vitest';
import { en } from '../../packages/web/src/texts/en/index.ts';
import { sourceFiles } from './source-file.ts';
import { identifierName, isSyntaxNode, type SyntaxNode, walk } from './syntax-node.ts';

/** What a file of the web apps does with names of texts. By names, not by types: it may miss an unused text, never blame a used one. */
interface Naming {
  /** `b` and `c` of `a.b.c`, of `const { b: { c } } = a` and of the type `Texts['b']['c']`. */
  readonly named: ReadonlySet<string>;
  /** `b` of `a.b[value]` and of `f(a.b)`: which of its texts are said is decided when it runs. */
  readonly lookedUp: ReadonlySet<string>;
}

test('should say every text of the web apps somewhere', () => {
  // given
  const namings = sourceFiles()
    .filter(({ path, isTest }) => path.startsWith('packages/web/src/') && !path.includes('/texts/') && !isTest)
    .filter(({ imports }) => imports.some(({ specifier }) => specifier.includes('/texts/')))
    .map(({ syntax }) => namingOf(syntax));

  // when
  const unused = pathsIn(en).filter((path) => {
    const [group = '', name = ''] = path.slice(-2);
    return !namings.some(({ named, lookedUp }) => lookedUp.has(group) || (named.has(group) && named.has(name)));
  });

  // then
  expect(
    unused.map((path) => path.join('.')),
    'Expected each text of packages/web/src/texts to be said somewhere, but nothing names these: remove them in every language.',
  ).toEqual([]);
});

function pathsIn(texts: object, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(texts).flatMap(([name, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null ? pathsIn(text, [...path, name]) : [[...path, name]],
  );
}

function namingOf(file: SyntaxNode): Naming {
  const named = new Set<string>();
  const lookedUp = new Set<string>();
  /** What a group is called in this file: `const texts = useTexts().tasklist.queues`. */
  const groupOf = new Map<string, string>();
  const lookUp = (node: unknown) => {
    const name = nameOf(node);
    if (name !== undefined) lookedUp.add(groupOf.get(name) ?? name);
  };
  const handOn = (node: unknown) => {
    if (isSyntaxNode(node) && node.type === 'MemberExpression') lookUp(node);
  };
  walk(file, (node) => {
    if (node.type === 'TSLiteralType' && isSyntaxNode(node.literal)) named.add(String(node.literal.value));
    if (node.type === 'MemberExpression') {
      if (node.computed === true) lookUp(node.object);
      else addName(named, node.property);
    }
    if (node.type === 'ObjectPattern' && Array.isArray(node.properties)) {
      for (const property of node.properties) {
        if (!isSyntaxNode(property)) continue;
        addName(named, property.key);
        noteCall(groupOf, property.value, identifierName(property.key));
      }
    }
    if (node.type === 'VariableDeclarator') noteCall(groupOf, node.id, nameOf(node.init));
    if (node.type === 'CallExpression' && Array.isArray(node.arguments)) node.arguments.forEach(handOn);
    if (node.type === 'ObjectExpression' && Array.isArray(node.properties)) {
      for (const property of node.properties) if (isSyntaxNode(property)) handOn(property.value);
    }
    if (node.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(handOn);
  });
  return { named, lookedUp };
}

function noteCall(groupOf: Map<string, string>, called: unknown, group: string | undefined): void {
  const name = identifierName(called);
  if (name !== undefined && group !== undefined) groupOf.set(name, group);
}

function addName(names: Set<string>, node: unknown): void {
  const name = identifierName(node);
  if (name !== undefined) names.add(name);
}

/** `b` of `b`, `a.b` and `(a.b as T)`. */
function nameOf(node: unknown): string | undefined {
  if (!isSyntaxNode(node)) return undefined;
  if (node.type === 'MemberExpression' && node.computed !== true) return identifierName(node.property);
  if (node.type === 'TSAsExpression' || node.type === 'ParenthesizedExpression') return nameOf(node.expression);
  return identifierName(node);
}
