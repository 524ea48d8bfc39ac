import { Button, Toggle } from '@carbon/react';
import { useMemo } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import type { ElementFacts, ProcessFacts } from '../model/process-facts.ts';
import { MappingRow } from './mapping-row.tsx';
import { fits, isMappable, type MappingChanges, type MappingLine, summaryOf } from './migration-mapping.ts';

export interface MappingTableProps {
  readonly lines: readonly MappingLine[];
  readonly target: ProcessFacts;
  readonly changes: MappingChanges;
  readonly selectedId: string | undefined;
  readonly isOnlyUnmapped: boolean;
  onOnlyUnmapped(isOnly: boolean): void;
  onSelect(sourceId: string): void;
  onHover(sourceId: string | undefined): void;
  /** @param targetId empty = not mapped. */
  onMap(sourceId: string, targetId: string): void;
  onReset(): void;
}

const none: readonly ElementFacts[] = [];

/** Every element and what it becomes, those with tokens first. */
export function MappingTable(props: MappingTableProps) {
  const { lines, target, changes, selectedId, isOnlyUnmapped } = props;
  const { migration: texts } = useTexts();
  const { mapped, unmapped } = summaryOf(lines);
  // What fits depends on the kind of an element only: one list for all that are alike.
  const candidates = useMemo(() => {
    const targets = [...target.elements.values()]
      .filter(isMappable)
      .sort((one, other) => one.name.localeCompare(other.name));
    const byKind = new Map<string, readonly ElementFacts[]>();
    const bySource = new Map<string, readonly ElementFacts[]>();
    for (const { source } of lines) {
      const { type, eventType, loop, implementation, isEventSubProcessStart } = source;
      const kind = [type, eventType, loop, implementation, isEventSubProcessStart].join();
      const found = byKind.get(kind) ?? targets.filter((each) => fits(source, each));
      byKind.set(kind, found);
      bySource.set(source.id, found);
    }
    return bySource;
  }, [lines, target]);
  const shown = isOnlyUnmapped ? lines.filter((line) => line.target === undefined || line.isBlocking) : lines;
  return (
    <section className="mapping">
      <div className="mapping-bar">
        <h2>{texts.mapping}</h2>
        <span className="mapping-summary">{texts.summary(mapped, unmapped)}</span>
        <Toggle
          id="mapping-only-unmapped"
          size="sm"
          labelText={texts.onlyUnmapped}
          hideLabel
          toggled={isOnlyUnmapped}
          onToggle={(isOn) => props.onOnlyUnmapped(isOn)}
        />
        <Button kind="ghost" size="sm" disabled={Object.keys(changes).length === 0} onClick={props.onReset}>
          {texts.resetAll}
        </Button>
      </div>
      <section className="mapping-scroller" aria-label={texts.mapping} tabIndex={0}>
        <table className="mapping-table">
          <thead>
            <tr>
              <th scope="col">{texts.source}</th>
              <th scope="col" className="mapping-count" title={texts.tokensHelp}>
                {texts.tokens}
              </th>
              <th scope="col">{texts.target}</th>
              <th scope="col" className="mapping-state">
                {texts.state}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <MappingRow
                key={line.source.id}
                source={line.source}
                targetId={line.target?.id}
                count={line.count}
                problem={line.problem}
                isBlocking={line.isBlocking}
                isByHand={line.source.id in changes}
                isSelected={line.source.id === selectedId}
                candidates={candidates.get(line.source.id) ?? none}
                onSelect={props.onSelect}
                onHover={props.onHover}
                onMap={props.onMap}
              />
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={4}>{texts.allMapped}</td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </section>
  );
}
