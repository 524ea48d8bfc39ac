import assert from 'node:assert';
import { resolve } from 'node:path';
import { jsonLinesExporter, type startBroker } from '@waggle/broker';
import { ExporterArgumentError, parseSearchIndexArguments, type SearchIndexSettings } from '@waggle/exporters';
import { CliError } from '../cli-error.ts';
import { type ExporterKindName, exporterKindNames } from '../options/exporter-kind-names.ts';

type ExporterDefinition = NonNullable<Parameters<typeof startBroker>[0]['exporters']>[number];
type Arguments = Readonly<Record<string, string>>;

/** What the exporters of the configuration are to the server. */
export interface ExporterPlans {
  /** Those that the broker runs itself. */
  readonly definitions: readonly ExporterDefinition[];
  /** Those in threads of their own. */
  readonly searchIndices: readonly SearchIndexSettings[];
}

/**
 * What `--exporter KIND=TARGET` and `--exporter-arg ID.NAME=VALUE` mean. Positions are kept under an exporter's id, which so
 * must be the same at the next start: the first of a kind is called by its kind, further ones are numbered in their order.
 * @param exporters checked by the option table, as are the arguments.
 * @throws {CliError} INVALID_OPTION
 */
export function exporterPlans(exporters: readonly string[], argumentTexts: readonly string[]): ExporterPlans {
  const definitions: ExporterDefinition[] = [];
  const searchIndices: SearchIndexSettings[] = [];
  const argumentsById = splitArguments(argumentTexts);
  for (const { id, kind, target } of named(exporters)) {
    const given = argumentsById.get(id) ?? {};
    argumentsById.delete(id);
    if (kind === 'json-lines') definitions.push(jsonLines(id, target, given));
    else searchIndices.push(searchIndex(id, kind, target, given));
  }
  const [unknown] = argumentsById.keys();
  if (unknown !== undefined) {
    const ids = named(exporters).map(({ id }) => id);
    throw new CliError(
      'INVALID_OPTION',
      `Expected --exporter-arg to begin with the id of an exporter (${ids.join(', ') || 'there is none'}), but it begins with "${unknown}".`,
    );
  }
  return { definitions, searchIndices };
}

function jsonLines(id: string, target: string, given: Arguments): ExporterDefinition {
  const [name] = Object.keys(given);
  if (name !== undefined) {
    throw new CliError('INVALID_OPTION', `Expected no arguments of the exporter "${id}", but found ${name}.`);
  }
  return jsonLinesExporter(id, { path: resolve(target) });
}

function searchIndex(
  id: string,
  kind: Exclude<ExporterKindName, 'json-lines'>,
  url: string,
  given: Arguments,
): SearchIndexSettings {
  try {
    return parseSearchIndexArguments(id, kind, { url, ...given });
  } catch (cause) {
    if (!(cause instanceof ExporterArgumentError)) throw cause;
    throw new CliError('INVALID_OPTION', `${cause.message}.`, { cause });
  }
}

function named(
  exporters: readonly string[],
): readonly { readonly id: string; readonly kind: ExporterKindName; readonly target: string }[] {
  const counts = new Map<ExporterKindName, number>();
  return exporters.map((text) => {
    const separator = text.indexOf('=');
    const kind = exporterKindNames.find((name) => name === text.slice(0, separator));
    assert(kind !== undefined, `Expected an exporter of a known kind, but got "${text}".`);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { id: count === 1 ? kind : `${kind}-${count}`, kind, target: text.slice(separator + 1) };
  });
}

function splitArguments(texts: readonly string[]): Map<string, Arguments> {
  const byId = new Map<string, Arguments>();
  for (const text of texts) {
    const dot = text.indexOf('.');
    const separator = text.indexOf('=');
    const id = text.slice(0, dot);
    byId.set(id, { ...byId.get(id), [text.slice(dot + 1, separator)]: text.slice(separator + 1) });
  }
  return byId;
}
