import assert from 'node:assert';
import { resolve } from 'node:path';
import { jsonLinesExporter, type startBroker } from '@waggle/broker';
import { type ExporterKindName, exporterKindNames } from '../options/exporter-kind-names.ts';

type ExporterDefinition = NonNullable<Parameters<typeof startBroker>[0]['exporters']>[number];

/** Makes an exporter of the target behind the `=`. */
const kinds: Readonly<Record<ExporterKindName, (id: string, target: string) => ExporterDefinition>> = {
  'json-lines': (id, target) => jsonLinesExporter(id, { path: resolve(target) }),
};

/**
 * What `--exporter KIND=TARGET` means to the broker. The broker keeps an exporter's position under its id, which so must
 * be the same at the next start: the first of a kind is called by its kind, further ones are numbered in their order.
 * @param texts checked by the option table.
 */
export function exporterDefinitions(texts: readonly string[]): readonly ExporterDefinition[] {
  const counts = new Map<ExporterKindName, number>();
  return texts.map((text) => {
    const separator = text.indexOf('=');
    const kind = exporterKindNames.find((name) => name === text.slice(0, separator));
    assert(kind !== undefined, `Expected an exporter of a known kind, but got "${text}".`);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return kinds[kind](count === 1 ? kind : `${kind}-${count}`, text.slice(separator + 1));
  });
}
