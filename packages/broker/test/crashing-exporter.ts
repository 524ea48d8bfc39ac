/** Ends its whole thread when it meets an instance of the process "one-task" for the first time. */
import { existsSync, writeFileSync } from 'node:fs';
import { ValueType } from '@waggle/protocol';
import type { Exporter } from '../src/exporter.ts';

export function createExporter(): Exporter {
  let marker = '';
  return {
    configure: ({ configuration }) => {
      marker = String(configuration.marker);
    },
    open: () => undefined,
    export: ({ record, partitionId }) => {
      if (partitionId !== 1 || record.valueType !== ValueType.PROCESS_INSTANCE || existsSync(marker)) return;
      writeFileSync(marker, '');
      setImmediate(() => {
        throw new Error('crash of the whole thread');
      });
    },
    close: () => undefined,
  };
}
