import type { ReactNode } from 'react';
import type { BatchOperationResult } from '../../api/gen/api.ts';
import { KeyText } from '../../parts/key-text.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { actorText } from '../batch-operations/actor-text.ts';
import { BatchProgress } from '../batch-operations/batch-progress.tsx';

/** What is to be known of a batch operation at a glance. */
export function BatchOperationTiles({ operation }: { readonly operation: BatchOperationResult }) {
  const texts = useTexts();
  const formats = useFormats();
  const { tiles, completed, failed, waiting, notStarted, notEnded } = texts.batchOperations;
  const { startDate, endDate } = operation;
  const { operationsTotalCount, operationsCompletedCount, operationsFailedCount } = operation;
  return (
    <dl className="batch-tiles" aria-live="polite">
      <Tile name={tiles.state}>
        <StateTag state={operation.state} />
      </Tile>
      <Tile name={tiles.items} isWide>
        <BatchProgress
          completed={operationsCompletedCount}
          failed={operationsFailedCount}
          total={operationsTotalCount}
        />
        <span className="batch-counts">
          <span data-look="completed">{completed(operationsCompletedCount)}</span>
          {operationsFailedCount > 0 && <span data-look="incident">{failed(operationsFailedCount)}</span>}
          <span>{waiting(operationsTotalCount - operationsCompletedCount - operationsFailedCount)}</span>
        </span>
      </Tile>
      <Tile name={tiles.start}>{startDate === null ? notStarted : <TimeText date={startDate} isExact />}</Tile>
      <Tile name={tiles.end}>{endDate === null ? notEnded : <TimeText date={endDate} isExact />}</Tile>
      {startDate !== null && endDate !== null && (
        <Tile name={tiles.duration}>
          {formats.duration(new Date(endDate).getTime() - new Date(startDate).getTime())}
        </Tile>
      )}
      <Tile name={tiles.actor}>{actorText(operation, texts)}</Tile>
      <Tile name={tiles.key}>
        <KeyText value={operation.batchOperationKey} />
      </Tile>
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Tile({ name, isWide = false, children }: TileProps) {
  return (
    <div className="batch-tile" data-wide={isWide || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
