import { Checkmark, WarningAltFilled } from '@carbon/icons-react';
import { Select, SelectItem } from '@carbon/react';
import { memo, useEffect, useRef } from 'react';
import { ElementIcon } from '../../parts/element-icon.tsx';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import type { ElementFacts } from '../model/process-facts.ts';
import type { MappingProblem } from './migration-mapping.ts';

export interface MappingRowProps {
  readonly source: ElementFacts;
  readonly targetId: string | undefined;
  readonly count: number;
  readonly problem: MappingProblem | undefined;
  readonly isBlocking: boolean;
  readonly isByHand: boolean;
  readonly isSelected: boolean;
  /** What it may become. */
  readonly candidates: readonly ElementFacts[];
  onSelect(sourceId: string): void;
  onHover(sourceId: string | undefined): void;
  onMap(sourceId: string, targetId: string): void;
}

/** One element and what it becomes. Drawn again only when something of it changes. */
export const MappingRow = memo(function MappingRow(props: MappingRowProps) {
  const { source, targetId, count, problem, isBlocking, isByHand, isSelected, candidates } = props;
  const { migration: texts, instance } = useTexts();
  const formats = useFormats();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <tr
      ref={row}
      data-selected={isSelected || undefined}
      data-blocking={isBlocking || undefined}
      onMouseEnter={() => props.onHover(source.id)}
      onMouseLeave={() => props.onHover(undefined)}
      onFocus={() => props.onSelect(source.id)}
      onClick={() => props.onSelect(source.id)}
    >
      <th scope="row">
        <span className="mapping-element" title={source.id}>
          <ElementIcon type={source.type} />
          <span className="mapping-name">{source.name}</span>
        </span>
        <span className="mapping-type">{instance.elementTypes[source.type]}</span>
      </th>
      <td className="mapping-count">{count > 0 && formats.number(count)}</td>
      <td>
        <Select
          id={`mapping-${source.id}`}
          size="sm"
          hideLabel
          labelText={texts.targetFor(source.name)}
          value={targetId ?? ''}
          disabled={candidates.length === 0}
          onChange={({ target }) => props.onMap(source.id, target.value)}
        >
          <SelectItem value="" text={candidates.length === 0 ? texts.nothingFits : texts.notMapped} />
          {candidates.map(({ id, name }) => (
            <SelectItem key={id} value={id} text={id === name ? id : `${name} (${id})`} />
          ))}
        </Select>
      </td>
      <td className="mapping-state">
        {problem !== undefined ? (
          <span data-look={isBlocking ? 'incident' : 'waiting'}>
            <WarningAltFilled aria-hidden /> {texts.problems[problem]}
          </span>
        ) : (
          targetId !== undefined && (
            <span data-look="active">
              <Checkmark aria-hidden /> {isByHand ? texts.byHand : texts.automatic}
            </span>
          )
        )}
      </td>
    </tr>
  );
});
