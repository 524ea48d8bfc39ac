import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiProblem } from './api-problem.ts';
import { call } from './call.ts';
import { isLiveQuery } from './live-changes.ts';
import type { Operation, RequestParts } from './operation.ts';

export interface ActionOptions<Input, Output> {
  onDone?(output: Output, input: Input): void;
  onProblem?(problem: ApiProblem, input: Input): void;
}

/**
 * A command. When it is answered, everything shown that can change is asked for again: reads see what was answered
 * before them, so what comes is the result.
 */
export function useAction<Input extends RequestParts, Output>(
  operation: Operation<Input, Output>,
  { onDone, onProblem }: ActionOptions<Input, Output> = {},
): UseMutationResult<Output, ApiProblem, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: [operation.method, operation.path],
    mutationFn: (input: Input) => call(operation, input),
    onSuccess: (output, input) => {
      void queries.invalidateQueries({ predicate: isLiveQuery });
      onDone?.(output, input);
    },
    onError: (problem, input) => onProblem?.(problem, input),
  });
}
