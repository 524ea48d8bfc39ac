import { Button } from '@carbon/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ProcessDefinitionResult, ProcessInstanceFilter } from '../../api/gen/api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { MigrationPanes } from './migration-panes.tsx';
import { instancesOf } from './migration-search.ts';
import { useMigratedInstances } from './use-migrated-instances.ts';
import { useMigrationSource } from './use-migration-source.ts';
import './migration.scss';

const route = getRouteApi('/operate/processes/migrate');

/** Moves chosen instances of one version to another: what becomes what, then how many. */
export function MigrationPage() {
  const { migration: texts } = useTexts();
  useTitle(texts.title);
  const search = route.useSearch();
  const source = useMigrationSource(search);
  const filter = instancesOf(search) ?? (search.source === undefined ? undefined : {});
  if (filter === undefined) return <NoInstances title={texts.noInstances} />;
  if (source.problem !== null) return <ProblemNotice isPage problem={source.problem} onRetry={source.retry} />;
  if (source.isLoading) return <PageSkeleton />;
  if (source.definition === undefined) return <NoInstances title={texts.noneRunning} />;
  return <ChosenInstances source={source.definition} filter={filter} />;
}

interface ChosenInstancesProps {
  readonly source: ProcessDefinitionResult;
  readonly filter: ProcessInstanceFilter;
}

function ChosenInstances({ source, filter }: ChosenInstancesProps) {
  const { migration: texts } = useTexts();
  const { keys } = route.useSearch();
  const instances = useMigratedInstances(filter, source.processDefinitionKey);
  if (instances.problem !== null && instances.count === undefined) {
    return <ProblemNotice isPage problem={instances.problem} onRetry={instances.retry} />;
  }
  if (instances.count === undefined) return <PageSkeleton />;
  if (instances.count === 0) return <NoInstances title={texts.noneRunning} />;
  const chosenCount = keys?.split(' ').length;
  return (
    <MigrationPanes
      source={source}
      filter={filter}
      count={instances.count}
      isMore={instances.isMore}
      counts={instances.counts}
      leftOutCount={chosenCount === undefined ? 0 : Math.max(0, chosenCount - instances.count)}
    />
  );
}

function NoInstances({ title }: { readonly title: string }) {
  const { migration: texts } = useTexts();
  return (
    <EmptyState title={title} text={texts.noInstancesHelp}>
      <Button size="sm" as={Link} to="/operate/processes">
        {texts.back}
      </Button>
    </EmptyState>
  );
}
