import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseXml } from '@waggle/xml';
import { parseTestCaseFile, type TestCaseFile } from './test-case-file.ts';

/** One folder of a kit: a model, models it imports, and files with cases. */
export interface TestSuite {
  /** Name of the folder. */
  readonly name: string;
  /** `Compliance Level 2`, or empty when the suite belongs to none. */
  readonly level: string;
  /** Those of all its files, each once, levels left out. */
  readonly labels: readonly string[];
  readonly files: readonly { readonly file: TestCaseFile; readonly model: string }[];
  /** Text of the model with this namespace among the folder's. */
  importedDocument(namespace: string): string | undefined;
}

export interface UnreadableSuite {
  readonly name: string;
  readonly error: string;
}

/** Every folder below `folder` (itself included) that holds files with test cases, ordered by path. */
export function* testSuitesIn(folder: string): Generator<TestSuite | UnreadableSuite> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .toSorted((a, b) => compareText(join(a.parentPath, a.name), join(b.parentPath, b.name)));
  for (const [path, entries] of Map.groupBy(files, (entry) => entry.parentPath)) {
    const name = basename(path);
    try {
      yield readSuite(
        path,
        entries.map((entry) => entry.name),
      );
    } catch (error) {
      yield { name: name || relative(folder, path), error: error instanceof Error ? error.message : String(error) };
    }
  }
}

function readSuite(path: string, fileNames: readonly string[]): TestSuite {
  const files = fileNames.map((fileName) => {
    const file = parseTestCaseFile(readFileSync(join(path, fileName), 'utf8'));
    return { file, model: readFileSync(join(path, file.modelName), 'utf8') };
  });
  const labels = new Set(files.flatMap(({ file }) => file.labels));
  const level = [...labels].find(isLevel) ?? levelOf(path);
  return {
    name: basename(path),
    level,
    labels: [...labels].filter((label) => !isLevel(label)),
    files,
    importedDocument: (namespace) => documentsByNamespace(path).get(namespace),
  };
}

const isLevel = (label: string): boolean => /^compliance level \d$/i.test(label);

/** Some files of the kit lack the label that the folder above says. */
function levelOf(path: string): string {
  const level = /compliance-level-(\d)/.exec(path)?.[1];
  return level === undefined ? '' : `Compliance Level ${level}`;
}

function documentsByNamespace(path: string): Map<string, string> {
  const documents = new Map<string, string>();
  for (const name of readdirSync(path).filter((entry) => entry.endsWith('.dmn'))) {
    const text = readFileSync(join(path, name), 'utf8');
    const parsed = parseXml(text, {});
    if (parsed.ok) documents.set(parsed.root.attributes.get('namespace') ?? '', text);
  }
  return documents;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
