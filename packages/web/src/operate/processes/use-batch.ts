import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import type { BatchOperationCreatedResult } from '../../api/gen/api.ts';
import { isLiveQuery } from '../../api/live-changes.ts';
import type { Operation } from '../../api/operation.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { InstanceActionName } from './instance-actions.ts';

/**
 * Starts batch operations and tells of them, with a link to their progress.
 * @param onStarted when the server took it.
 */
export function useBatch(onStarted: () => void) {
  const { processes } = useTexts();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const start = async <Body>(
    name: InstanceActionName | 'move',
    operation: Operation<{ body: Body }, BatchOperationCreatedResult>,
    body: Body,
  ) => {
    setBusy(true);
    try {
      const { batchOperationKey } = await call(operation, { body });
      void queries.invalidateQueries({ predicate: isLiveQuery });
      notify({
        kind: 'success',
        title: processes.done[name],
        link: { href: `/operate/batch-operations/${batchOperationKey}`, text: processes.toBatch },
      });
      onStarted();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      notifyProblem(processes.failed[name], error);
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    start: <Body>(
      name: InstanceActionName | 'move',
      operation: Operation<{ body: Body }, BatchOperationCreatedResult>,
      body: Body,
    ) => void start(name, operation, body),
  };
}
