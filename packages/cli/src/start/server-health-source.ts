import type { RunningSearchIndexExport } from '@waggle/exporters';
import type { HealthComponent, HealthSource } from '@waggle/gateway';
import type { ReadSide } from './start-read-side.ts';

/**
 * The broker's health, and in the group of everything that of what it exports to: a server whose database or search engine
 * is away still does its work, so no probe may end it for that.
 */
export function serverHealthSource(
  broker: HealthSource,
  readSide: () => ReadSide | undefined,
  exporters: () => readonly RunningSearchIndexExport[],
): HealthSource {
  return {
    components: (group) => {
      const components = broker.components(group);
      if (group !== 'all') return components;
      const started = readSide();
      return [
        ...components,
        ...(started === undefined ? [] : [component('secondaryStorage', started.rdbmsExport.problem)]),
        ...exporters().map(({ id, problem }) => component(`exporter-${id}`, problem)),
      ];
    },
  };
}

function component(name: string, problem: string | undefined): HealthComponent {
  return {
    name,
    status: problem === undefined ? 'UP' : 'DOWN',
    ...(problem !== undefined && { details: { message: problem } }),
  };
}
