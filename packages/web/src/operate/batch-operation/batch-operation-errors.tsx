import { InlineNotification } from '@carbon/react';
import type { BatchOperationError } from '../../api/gen/api.ts';
import { useTexts } from '../../texts/use-texts.ts';

/** Why a batch operation as a whole did not get through, partition by partition. */
export function BatchOperationErrors({ errors }: { readonly errors: readonly BatchOperationError[] }) {
  const { batchOperations: texts } = useTexts();
  if (errors.length === 0) return null;
  return (
    <section aria-label={texts.errors} className="batch-errors">
      {errors.map(({ partitionId, type, message }) => (
        <InlineNotification
          key={`${partitionId} ${type}`}
          kind="error"
          lowContrast
          hideCloseButton
          role="status"
          title={texts.errorTypes[type]}
          subtitle={`${texts.partition(partitionId)} · ${message}`}
        />
      ))}
    </section>
  );
}
