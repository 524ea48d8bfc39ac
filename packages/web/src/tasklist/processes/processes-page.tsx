import { Link as LinkIcon } from '@carbon/icons-react';
import { Button, ContentSwitcher, IconButton, Search, Switch } from '@carbon/react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { notify } from '../../app/notifications.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { AssignmentNotices } from '../notices/assignment-notices.tsx';
import './processes-page.scss';
import { type ProcessesSearch, type ProcessKind, processKinds } from './processes-search.ts';
import { useStartableProcesses } from './use-startable-processes.ts';

const route = getRouteApi('/tasklist/processes');

/** What can be started. */
export function ProcessesPage() {
  const { tasklist, parts } = useTexts();
  const texts = tasklist.processes;
  useTitle(texts.title);
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/tasklist/processes' });
  const processes = useStartableProcesses(search);
  const change = (changes: { readonly q?: string; readonly kind?: ProcessKind }) => {
    const { q = search.q, kind = search.kind ?? 'all' } = changes;
    const next: ProcessesSearch = {
      ...(q === undefined || q === '' ? {} : { q }),
      ...(kind === 'all' ? {} : { kind }),
    };
    void navigate({ search: next, replace: true });
  };
  const draft = useDraft(search.q ?? '', (q) => change({ q }));
  return (
    <div className="page start-processes">
      <h1>{texts.title}</h1>
      <div className="start-head">
        <div data-search-field>
          <Search
            size="md"
            labelText={texts.search}
            placeholder={texts.search}
            value={draft.value}
            onChange={({ target }) => draft.change(target.value)}
            onClear={() => draft.change('')}
          />
        </div>
        <ContentSwitcher
          size="md"
          aria-label={texts.kind}
          selectedIndex={processKinds.indexOf(search.kind ?? 'all')}
          onChange={({ name }) => change({ kind: name as ProcessKind })}
        >
          {processKinds.map((kind) => (
            <Switch key={kind} name={kind} text={texts.kinds[kind]} />
          ))}
        </ContentSwitcher>
      </div>
      {processes.isLoading && <PageSkeleton />}
      {processes.problem !== null && processes.items.length === 0 && (
        <ProblemNotice problem={processes.problem} onRetry={processes.retry} />
      )}
      {!processes.isLoading && processes.problem === null && processes.items.length === 0 && (
        <EmptyState
          title={search.q === undefined && search.kind === undefined ? texts.empty : texts.emptySearch}
          {...(search.q === undefined && search.kind === undefined ? { text: texts.emptyHelp } : {})}
        />
      )}
      <ul className="start-tiles" aria-busy={processes.isOutdated}>
        {processes.items.map((process) => (
          <Tile key={process.processDefinitionKey} process={process} />
        ))}
      </ul>
      {processes.hasMore && (
        <Button kind="ghost" size="sm" onClick={processes.loadMore}>
          {parts.loadMore}
        </Button>
      )}
      <AssignmentNotices />
    </div>
  );
}

function Tile({ process }: { readonly process: ProcessDefinitionResult }) {
  const { tasklist } = useTexts();
  const texts = tasklist.processes;
  const { processDefinitionId, version, versionTag, hasStartForm } = process;
  const name = process.name ?? processDefinitionId;
  const to = '/tasklist/processes/$processDefinitionId/start' as const;
  const copyLink = async () => {
    const path = `/tasklist/processes/${encodeURIComponent(processDefinitionId)}/start`;
    await navigator.clipboard.writeText(new URL(path, location.href).href);
    notify({ kind: 'success', title: tasklist.queues.linkCopied });
  };
  return (
    <li className="start-tile">
      <div>
        <h2 title={name}>{name}</h2>
        <p>
          <code title={processDefinitionId}>{processDefinitionId}</code>
        </p>
        <p>
          {texts.version(version)}
          {versionTag !== null && ` · ${versionTag}`}
          {hasStartForm && ` · ${texts.hasForm}`}
        </p>
      </div>
      <div className="start-tile-actions">
        <Link
          className="cds--btn cds--btn--tertiary cds--btn--sm cds--layout--size-sm"
          to={to}
          params={{ processDefinitionId }}
        >
          {texts.start}
          <span className="visually-hidden"> {name}</span>
        </Link>
        <IconButton label={texts.copyLink} kind="ghost" size="sm" align="left" onClick={() => void copyLink()}>
          <LinkIcon />
        </IconButton>
      </div>
    </li>
  );
}
