import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ApiProblem } from '../../api/api-problem.ts';
import { searchUserTaskEffectiveVariables } from '../../api/gen/api.ts';
import { apiQuery } from '../../api/use-api.ts';
import type { FormSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';

/** No form shows more. */
const VARIABLES_MAX = 1_000;

export interface FormVariables {
  readonly data: FormValues | undefined;
  readonly problem: ApiProblem | null;
  retry(): void;
}

/** The values, whole, of the variables that a form shows or sets; asked anew whenever a task is opened. */
export function useFormVariables(userTaskKey: string, schema: FormSchema | undefined): FormVariables {
  const names = useVariableNames(schema);
  const query = useQuery({
    ...apiQuery(
      searchUserTaskEffectiveVariables,
      {
        path: { userTaskKey },
        query: { truncateValues: false },
        body: { filter: { name: { $in: names ?? [] } }, page: { from: 0, limit: VARIABLES_MAX } },
      },
      { enabled: names !== undefined && names.length > 0, staleTimeMs: 0 },
    ),
    gcTime: 0,
  });
  const items = query.isFetchedAfterMount ? query.data?.items : undefined;
  const [data, setData] = useState<FormValues>();
  // Not while drawing: values may be megabytes.
  useEffect(() => {
    if (names?.length === 0) setData({});
    else if (items !== undefined)
      setData(Object.fromEntries(items.map(({ name, value }) => [name, JSON.parse(value)])));
  }, [names, items]);
  return { data, problem: query.error, retry: () => void query.refetch() };
}

function useVariableNames(schema: FormSchema | undefined): readonly string[] | undefined {
  const [names, setNames] = useState<readonly string[]>();
  useEffect(() => {
    if (schema === undefined) return;
    let isGone = false;
    void import('./form-library.ts').then(({ variablesOf }) => {
      if (!isGone) setNames(variablesOf(schema).slice(0, VARIABLES_MAX));
    });
    return () => {
      isGone = true;
    };
  }, [schema]);
  return names;
}
