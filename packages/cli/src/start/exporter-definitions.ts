import { resolve } from 'node:path';
import { jsonLinesExporter, type startBroker } from '@waggle/broker';

type ExporterDefinition = NonNullable<Parameters<typeof startBroker>[0]['exporters']>[number];

/** Makes an exporter of the target behind the `=`. The first of a kind is called by its kind, further ones are numbered. */
const kinds: Readonly<Record<string, (id: string, target: string) => ExporterDefinition>> = {
  'json-lines': (id, target) => jsonLinesExporter(id, { path: resolve(target) }),
};

/** What `--exporter KIND=TARGET` means to the broker. @param texts checked by the option table. */
export function exporterDefinitions(texts: readonly string[]): readonly ExporterDefinition[] {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const [kind = '', ...target] = text.split('=');
    const create = kinds[kind];
    if (create === undefined) {
      throw new Error(`Expected an exporter of a kind in (${Object.keys(kinds).join(', ')}), but got "${text}".`);
    }
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    // The broker keeps the position of an exporter under its id, so it must be the same at the next start.
    return create(count === 1 ? kind : `${kind}-${count}`, target.join('='));
  });
}
