import { Checkmark } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { DecisionTable } from './decision-model.ts';
import { rulesShown } from './rules-shown.ts';

export interface Evaluated {
  /** By id of the input: the JSON it was evaluated to. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Rules that matched, counted from 0 on, in the order their outputs have in the result. */
  readonly matched: readonly number[];
}

export interface DecisionTableViewProps {
  readonly name: string;
  readonly table: DecisionTable;
  /** What happened when it was evaluated; absent = only the table. */
  readonly evaluated?: Evaluated | undefined;
}

/** Values in the head of a column are cut there; whole they are among the inputs. */
const VALUE_LENGTH_MAX = 60;

/** A decision table to read; of an evaluation the values that went in and the rules that matched. */
export function DecisionTableView({ name, table, evaluated }: DecisionTableViewProps) {
  const { decisions: texts } = useTexts();
  const [isAll, setAll] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const hits = useMemo(
    () => new Map((evaluated?.matched ?? []).map((rule, hit) => [rule, hit + 1] as const)),
    [evaluated],
  );
  const shown = useMemo(
    () => rulesShown(table.rules.length, new Set(hits.keys()), isAll),
    [table.rules.length, hits, isAll],
  );
  // The first hit is what one wants to see.
  useEffect(() => {
    if (hits.size > 0) body.current?.querySelector('tr[data-matched]')?.scrollIntoView({ block: 'nearest' });
  }, [hits]);
  const hasAnnotations = table.rules.some(({ annotation }) => annotation !== '');
  return (
    <div className="decision-table-frame" role="group" aria-label={name} tabIndex={0}>
      <table className="decision-table" aria-label={name}>
        <thead>
          <tr>
            <th
              scope="col"
              className="decision-table-number"
              title={texts.hitPolicies[table.hitPolicy] ?? table.hitPolicy}
            >
              <abbr>{hitPolicyText(table)}</abbr>
            </th>
            {table.inputs.map((input) => (
              <th key={input.id} scope="col" data-side="input">
                <span className="decision-table-side">{texts.tableWhen}</span>
                <span>{input.label}</span>
                {input.code !== input.label && <code>{input.code}</code>}
                {evaluated?.inputs.has(input.id) === true && <InputValue value={evaluated.inputs.get(input.id)!} />}
              </th>
            ))}
            {table.outputs.map((output) => (
              <th key={output.id} scope="col" data-side="output">
                <span className="decision-table-side">{texts.tableThen}</span>
                <span>{output.label === '' ? texts.output : output.label}</span>
              </th>
            ))}
            {hasAnnotations && <th scope="col">{texts.annotation}</th>}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((index) => {
            const rule = table.rules[index]!;
            const hit = hits.get(index);
            return (
              <tr key={rule.id === '' ? index : rule.id} data-matched={hit !== undefined || undefined}>
                <th scope="row" className="decision-table-number">
                  {hit !== undefined && (
                    <Checkmark size={16} aria-label={hits.size > 1 ? texts.matchedAs(hit) : texts.matched}>
                      <title>{hits.size > 1 ? texts.matchedAs(hit) : texts.matched}</title>
                    </Checkmark>
                  )}
                  <span>{texts.ruleNumber(index + 1)}</span>
                  {hit !== undefined && hits.size > 1 && <sup aria-hidden="true">{texts.hit(hit)}</sup>}
                </th>
                {rule.inputs.map((code, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their column
                  <td key={column} data-side="input">
                    <code>{code === '' ? '-' : code}</code>
                  </td>
                ))}
                {rule.outputs.map((code, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their column
                  <td key={column} data-side="output">
                    <code>{code}</code>
                  </td>
                ))}
                {hasAnnotations && <td className="decision-table-note">{rule.annotation}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {table.rules.length === 0 && <p className="decision-note">{texts.noRules}</p>}
      {shown.length < table.rules.length && (
        <Button kind="ghost" size="sm" onClick={() => setAll(true)}>
          {texts.showAllRules(table.rules.length)}
        </Button>
      )}
    </div>
  );
}

function InputValue({ value }: { readonly value: string }) {
  return (
    <span className="decision-table-value" title={value.slice(0, 1_000)}>
      = {value.length > VALUE_LENGTH_MAX ? `${value.slice(0, VALUE_LENGTH_MAX)}…` : value}
    </span>
  );
}

/** As DMN abbreviates it: `U`, `C+`. */
function hitPolicyText({ hitPolicy, aggregation }: DecisionTable): string {
  const signs: Readonly<Record<string, string>> = { SUM: '+', COUNT: '#', MIN: '<', MAX: '>' };
  return `${hitPolicy.charAt(0)}${aggregation === undefined ? '' : (signs[aggregation] ?? '')}`;
}
