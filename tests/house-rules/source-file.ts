import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import { repositoryPath } from '../repository-path.ts';
import { isSyntaxNode, type SyntaxNode, walk } from './syntax-node.ts';

/** A TypeScript file of a package. */
export interface SourceFile {
  /** Relative to the repository, with slashes. */
  readonly path: string;
  /** Name without the scope: `engine`. */
  readonly packageName: string;
  /** Tests and what only they use (`*.test.ts`, the package's `test` folder). */
  readonly isTest: boolean;
  readonly text: string;
  readonly syntax: SyntaxNode;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** Gone when the types are stripped. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

let cache: readonly SourceFile[] | undefined;

/** All TypeScript files of all packages; declaration files and generated ones are not ours to judge. */
export function sourceFiles(): readonly SourceFile[] {
  cache ??= packageNames().flatMap((packageName) =>
    readdirSync(join(repositoryPath, 'packages', packageName), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^(src|test|bin)\/.*\.tsx?$/.test(path) && !/\.d\.ts$|(^|\/)gen\//.test(path))
      .sort()
      .map((path) => readSourceFile(packageName, path)),
  );
  return cache;
}

export function packageNames(): readonly string[] {
  return readdirSync(join(repositoryPath, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** `path:line`, as terminals link it. */
export function location(file: SourceFile, line: number): string {
  return `${file.path}:${line}`;
}

export function lineOf(file: Pick<SourceFile, 'text'>, offset: number): number {
  return file.text.slice(0, offset).split('\n').length;
}

function readSourceFile(packageName: string, pathInPackage: string): SourceFile {
  const path = `packages/${packageName}/${pathInPackage}`;
  const text = readFileSync(join(repositoryPath, path), 'utf8');
  const syntax: unknown = parseAst(text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }, path);
  if (!isSyntaxNode(syntax)) throw new Error(`Expected a syntax tree of ${path}, but the parser gave none.`);
  const isTest = /\.test\.tsx?$/.test(path) || pathInPackage.startsWith('test/');
  return { path, packageName, isTest, text, syntax, imports: findImports(text, syntax) };
}

function findImports(text: string, syntax: SyntaxNode): readonly Import[] {
  const imports: Import[] = [];
  walk(syntax, (node) => {
    const isImport =
      node.type === 'ImportDeclaration' ||
      node.type === 'ImportExpression' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'TSImportType';
    if (!isImport || !isSyntaxNode(node.source) || typeof node.source.value !== 'string') return;
    imports.push({
      specifier: node.source.value,
      isTypeOnly: node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType',
      line: lineOf({ text }, node.start),
    });
  });
  return imports;
}
