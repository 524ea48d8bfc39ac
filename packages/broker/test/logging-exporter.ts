/** Logs each record at debug, with a logger the broker made for it. */
import type { Exporter } from '../src/exporter.ts';

export function createExporter(): Exporter {
  let debug = (_position: number): void => {};
  return {
    configure: ({ logger }) => {
      debug = (position) => logger.debug({ position }, 'exported');
    },
    open: () => undefined,
    export: ({ record }) => debug(record.position),
    close: () => undefined,
  };
}
