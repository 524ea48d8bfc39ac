import type { HealthSource } from '@waggle/gateway';
import type { ReadSide } from './start-read-side.ts';

/**
 * The broker's health, and in the group of everything that of the secondary storage: a server whose database is away still
 * does its work, so no probe may end it for that.
 */
export function serverHealthSource(broker: HealthSource, readSide: () => ReadSide | undefined): HealthSource {
  return {
    components: (group) => {
      const components = broker.components(group);
      const started = readSide();
      if (group !== 'all' || started === undefined) return components;
      const { problem } = started.rdbmsExport;
      return [
        ...components,
        {
          name: 'secondaryStorage',
          status: problem === undefined ? 'UP' : 'DOWN',
          ...(problem !== undefined && { details: { message: problem } }),
        },
      ];
    },
  };
}
