import { ArrowLeft } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ProcessDefinitionResult, ProcessInstanceFilter } from '../../api/gen/api.ts';
import { useKeys } from '../../app/keys.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { SplitPanes } from '../../parts/split-panes.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useProcessFacts } from '../model/use-process-facts.ts';
import { MappingTable } from './mapping-table.tsx';
import { MigrationDiagram } from './migration-diagram.tsx';
import {
  automaticMapping,
  fits,
  isMappable,
  mappingInstructions,
  mappingLines,
  summaryOf,
  withChanges,
} from './migration-mapping.ts';
import { MigrationReview } from './migration-review.tsx';
import { type MigrationSearch, singleKeyOf } from './migration-search.ts';
import { TargetChoice } from './target-choice.tsx';
import { useMigrate } from './use-migrate.ts';
import { migratedFilter } from './use-migrated-instances.ts';
import { useDefinition } from './use-migration-source.ts';

const route = getRouteApi('/operate/processes/migrate');

export interface MigrationPanesProps {
  readonly source: ProcessDefinitionResult;
  readonly filter: ProcessInstanceFilter;
  readonly count: number;
  readonly isMore: boolean;
  /** Instances waiting at elements. */
  readonly counts: ReadonlyMap<string, number>;
  readonly leftOutCount: number;
}

export function MigrationPanes({ source, filter, count, isMore, counts, leftOutCount }: MigrationPanesProps) {
  const { migration: texts, shell } = useTexts();
  const isNarrow = useIsNarrow();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [hoveredId, setHoveredId] = useState<string>();
  const [misfit, setMisfit] = useState<string>();
  const target = useDefinition(search.target).data;
  const from = useProcessFacts({ key: source.processDefinitionKey, processId: source.processDefinitionId });
  const to = useProcessFacts(
    target === undefined ? undefined : { key: target.processDefinitionKey, processId: target.processDefinitionId },
  );
  const changes = search.mapping ?? {};
  const automatic = useMemo(
    () => (from.facts === undefined || to.facts === undefined ? undefined : automaticMapping(from.facts, to.facts)),
    [from.facts, to.facts],
  );
  const mapping = useMemo(
    () => (automatic === undefined ? undefined : withChanges(automatic, search.mapping ?? {})),
    [automatic, search.mapping],
  );
  const lines = useMemo(
    () =>
      from.facts === undefined || to.facts === undefined || mapping === undefined
        ? []
        : mappingLines(from.facts, to.facts, mapping, counts),
    [from.facts, to.facts, mapping, counts],
  );
  const { blocking } = summaryOf(lines);
  const migration = useMigrate(singleKeyOf(search), migratedFilter(filter, source.processDefinitionKey));

  const change = useCallback(
    (changed: { readonly [Name in keyof MigrationSearch]: MigrationSearch[Name] | undefined }, isStep = false) =>
      void navigate({ search: (present) => ({ ...present, ...changed }) as MigrationSearch, replace: !isStep }),
    [navigate],
  );
  // Rows are drawn again only when something of theirs changes: what they call stays the same function.
  const latest = useRef({ automatic, changes });
  latest.current = { automatic, changes };
  const map = useCallback(
    (sourceId: string, targetId: string) => {
      const { [sourceId]: _, ...others } = latest.current.changes;
      const isAutomatic = (latest.current.automatic?.get(sourceId) ?? '') === targetId;
      const next = isAutomatic ? others : { ...others, [sourceId]: targetId };
      setMisfit(undefined);
      change({ mapping: Object.keys(next).length === 0 ? undefined : next });
    },
    [change],
  );
  const select = useCallback(
    (element: string | undefined) => {
      setMisfit(undefined);
      change({ element });
    },
    [change],
  );

  const selected = lines.find((line) => line.source.id === search.element);
  useKeys(selected === undefined ? [] : [{ keys: 'Escape', text: shell.keyTexts.back, run: () => select(undefined) }]);
  const shownId = hoveredId ?? selected?.source.id;
  const sourceMarkers = useMemo(() => {
    const marked: Record<string, string[]> = {};
    for (const line of lines) {
      if (line.isBlocking) marked[line.source.id] = ['is-blocking'];
      else if (line.target === undefined) marked[line.source.id] = ['is-unmapped'];
    }
    if (shownId !== undefined) marked[shownId] = [...(marked[shownId] ?? []), 'is-shown'];
    return marked;
  }, [lines, shownId]);
  const targetMarkers = useMemo(() => {
    const marked: Record<string, string[]> = {};
    const shown = shownId === undefined ? undefined : lines.find((line) => line.source.id === shownId)?.target?.id;
    if (selected !== undefined && to.facts !== undefined) {
      for (const [id, element] of to.facts.elements) {
        if (!isMappable(element) || !fits(selected.source, element)) marked[id] = ['is-refused'];
      }
    }
    if (shown !== undefined) marked[shown] = ['is-shown'];
    return marked;
  }, [lines, shownId, selected, to.facts]);

  const describe = ({ name, processDefinitionId, version, versionTag }: ProcessDefinitionResult) =>
    versionTag === null
      ? texts.version(name ?? processDefinitionId, version)
      : texts.versionTagged(name ?? processDefinitionId, version, versionTag);
  const chooseInTarget = (id: string | undefined) => {
    const element = id === undefined ? undefined : to.facts?.elements.get(id);
    if (element === undefined) return;
    if (selected === undefined) {
      const mapped = lines.find((line) => line.target?.id === element.id);
      if (mapped !== undefined) select(mapped.source.id);
    } else if (isMappable(element) && fits(selected.source, element)) map(selected.source.id, element.id);
    else setMisfit(element.name);
  };

  const sourcePane = (
    <div className="migration-side">
      <p className="migration-version">
        <span>{texts.from}</span> {describe(source)}
      </p>
      {from.problem !== null && from.xml === undefined ? (
        <ProblemNotice problem={from.problem} onRetry={from.retry} />
      ) : from.xml === undefined ? (
        <PageSkeleton />
      ) : (
        <MigrationDiagram
          xml={from.xml}
          markers={sourceMarkers}
          counts={counts}
          selectedId={search.element}
          onChoose={(id) => select(id === undefined || from.facts?.elements.has(id) !== true ? undefined : id)}
        />
      )}
    </div>
  );
  const targetPane = (
    <div className="migration-side">
      <TargetChoice
        source={source}
        target={target}
        isUnset={search.target === undefined}
        onChoose={(key, isPreset) =>
          change({ target: key, ...(isPreset ? {} : { mapping: undefined, step: undefined }) }, !isPreset)
        }
      />
      {to.problem !== null && to.xml === undefined ? (
        <ProblemNotice problem={to.problem} onRetry={to.retry} />
      ) : search.target === undefined ? (
        <EmptyState title={texts.chooseTarget} text={texts.newest} />
      ) : to.xml === undefined ? (
        <PageSkeleton />
      ) : (
        <MigrationDiagram
          xml={to.xml}
          markers={targetMarkers}
          selectedId={selected?.target?.id}
          onChoose={chooseInTarget}
        />
      )}
    </div>
  );
  const failure = from.failure ?? to.failure;
  const table =
    failure !== undefined ? (
      <EmptyState title={texts.modelFailed} text={failure} />
    ) : search.target === undefined ? (
      <EmptyState title={texts.chooseTarget} />
    ) : to.facts === undefined || from.facts === undefined || mapping === undefined ? (
      <PageSkeleton />
    ) : (
      <MappingTable
        lines={lines}
        target={to.facts}
        changes={changes}
        selectedId={search.element}
        isOnlyUnmapped={search.onlyUnmapped === true}
        onOnlyUnmapped={(isOnly) => change({ onlyUnmapped: isOnly ? true : undefined })}
        onSelect={select}
        onHover={setHoveredId}
        onMap={map}
        onReset={() => change({ mapping: undefined })}
      />
    );
  const panes = {
    source: { id: 'source', name: texts.panes.source, content: sourcePane },
    target: { id: 'target', name: texts.panes.target, content: targetPane },
    mapping: { id: 'mapping', name: texts.panes.mapping, content: table, size: 50 },
  };
  const isReady = target !== undefined && mapping !== undefined;
  return (
    <div className="migration">
      <header className="migration-header">
        <Link to="/operate/processes" aria-label={texts.back} title={texts.back}>
          <ArrowLeft />
        </Link>
        <h1>{texts.heading(count, isMore)}</h1>
        {leftOutCount > 0 && <p>{texts.leftOut(leftOutCount)}</p>}
      </header>
      {isNarrow ? (
        <SplitPanes
          id="migration-narrow"
          direction="vertical"
          panes={[
            {
              id: 'diagrams',
              name: texts.panes.diagrams,
              content: (
                <div className="migration-stack">
                  {sourcePane}
                  {targetPane}
                </div>
              ),
            },
            panes.mapping,
          ]}
        />
      ) : (
        <SplitPanes
          id="migration"
          direction="vertical"
          panes={[
            {
              id: 'diagrams',
              name: texts.panes.diagrams,
              content: (
                <SplitPanes id="migration-diagrams" direction="horizontal" panes={[panes.source, panes.target]} />
              ),
              size: 50,
            },
            panes.mapping,
          ]}
        />
      )}
      <footer className="migration-footer">
        <p aria-live="polite" data-look={blocking.length > 0 || misfit !== undefined ? 'incident' : undefined}>
          {misfit !== undefined
            ? texts.doesNotFit(misfit)
            : blocking.length > 0
              ? texts.blocking(blocking.length)
              : selected !== undefined && selected.target === undefined
                ? texts.click(selected.source.name)
                : ''}
        </p>
        <Button size="sm" disabled={!isReady} onClick={() => change({ step: 'review' }, true)}>
          {texts.next}
        </Button>
      </footer>
      {search.step === 'review' && isReady && from.facts !== undefined && to.facts !== undefined && (
        <MigrationReview
          count={count}
          isMore={isMore}
          from={describe(source)}
          to={describe(target)}
          lines={lines}
          blockingCount={blocking.length}
          isPending={migration.isPending}
          problem={migration.problem}
          onMigrate={() => {
            if (from.facts === undefined || to.facts === undefined) return;
            migration.migrate({
              targetProcessDefinitionKey: target.processDefinitionKey,
              mappingInstructions: mappingInstructions(from.facts, to.facts, mapping),
            });
          }}
          onClose={() => change({ step: undefined })}
        />
      )}
    </div>
  );
}
