import type { Dispatch, MetricsSource } from '@waggle/gateway';

/** Who watches changes. @param dispatch `undefined` while there is none. */
export function changeMetricsSource(dispatch: () => Dispatch | undefined): MetricsSource {
  return {
    collect: () => {
      const changes = dispatch()?.changes;
      if (changes === undefined) return [];
      return [
        {
          name: 'waggle_change_streams',
          help: 'Open streams of changes, as web apps have them',
          type: 'gauge',
          samples: [{ labels: {}, value: changes.clientCount }],
        },
        {
          name: 'waggle_change_streams_max',
          help: 'Streams of changes there may be; more are refused',
          type: 'gauge',
          samples: [{ labels: {}, value: changes.clientsMax }],
        },
      ];
    },
  };
}
