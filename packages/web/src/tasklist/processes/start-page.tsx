import { ArrowLeft } from '@carbon/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { getStartProcessForm, type ProcessDefinitionResult, searchProcessDefinitions } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { parseFormSchema } from '../form/form-schema.ts';
import './processes-page.scss';
import { StartForm } from './start-form.tsx';
import { StartVariables } from './start-variables.tsx';

const route = getRouteApi('/tasklist/processes/$processDefinitionId/start');

/** Starts the latest version of a process; its address can be given to others. */
export function StartPage() {
  const { tasklist } = useTexts();
  const texts = tasklist.processes;
  const { processDefinitionId } = route.useParams();
  const found = useApi(
    searchProcessDefinitions,
    { body: { filter: { processDefinitionId, isLatestVersion: true }, page: { limit: 1 } } },
    { live: { valueTypes: ['PROCESS'] } },
  );
  const process = found.data?.items[0];
  const name = process?.name ?? processDefinitionId;
  useTitle(texts.startOf(name));
  return (
    <div className="page start-page">
      <Link to="/tasklist/processes" className="start-back">
        <ArrowLeft size={16} aria-hidden="true" /> {texts.all}
      </Link>
      <h1>{texts.startOf(name)}</h1>
      {found.error !== null && found.data === undefined && (
        <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading && <PageSkeleton />}
      {found.data !== undefined && process === undefined && (
        <EmptyState title={texts.missing} text={texts.missingHelp} />
      )}
      {process !== undefined &&
        (process.hasStartForm ? (
          <WithForm key={process.processDefinitionKey} process={process} />
        ) : (
          <StartVariables process={process} />
        ))}
    </div>
  );
}

function WithForm({ process }: { readonly process: ProcessDefinitionResult }) {
  const { work } = useTexts().tasklist;
  const { processDefinitionKey } = process;
  const form = useApi(
    getStartProcessForm,
    { path: { processDefinitionKey } },
    { staleTimeMs: Number.POSITIVE_INFINITY },
  );
  const text = form.data?.schema;
  const schema = useMemo(() => {
    if (text === undefined) return undefined;
    try {
      return parseFormSchema(text);
    } catch (error) {
      return error as Error;
    }
  }, [text]);
  if (form.error !== null && form.data === undefined) {
    return <ProblemNotice problem={form.error} onRetry={() => void form.refetch()} />;
  }
  if (schema instanceof Error) return <EmptyState title={work.formFailed} text={schema.message} />;
  return schema === undefined ? <PageSkeleton /> : <StartForm process={process} schema={schema} />;
}
