import { useTexts } from '../texts/use-texts.ts';
import type { Expression, NamedExpression } from './decision-model.ts';
import './decision-model.scss';
import { DecisionTableView, type Evaluated } from './decision-table-view.tsx';

export interface ExpressionViewProps {
  /** Of the decision or the part of it, for screen readers. */
  readonly name: string;
  readonly expression: Expression;
  readonly evaluated?: Evaluated | undefined;
}

/** How a decision is made: a table, an expression, or boxes in boxes. */
export function ExpressionView({ name, expression, evaluated }: ExpressionViewProps) {
  const { decisions: texts } = useTexts();
  switch (expression.kind) {
    case 'table':
      return <DecisionTableView name={name} table={expression.table} evaluated={evaluated} />;
    case 'literal':
      return <pre className="decision-code">{expression.code}</pre>;
    case 'context':
      return <NamedBoxes entries={expression.entries} unnamed={texts.result} />;
    case 'control':
      return <NamedBoxes entries={expression.parts} unnamed="" />;
    case 'invocation':
      return (
        <div className="decision-boxes">
          <ExpressionView name={name} expression={expression.called} />
          <NamedBoxes entries={expression.bindings} unnamed="" />
        </div>
      );
    case 'function':
      return (
        <div className="decision-boxes">
          <code className="decision-code">({expression.parameters.join(', ')})</code>
          <ExpressionView name={name} expression={expression.body} />
        </div>
      );
    case 'list':
      return (
        <NamedBoxes entries={expression.items.map((value, index) => ({ name: String(index + 1), value }))} unnamed="" />
      );
    case 'relation':
      return <RelationView name={name} columns={expression.columns} rows={expression.rows} />;
    case 'none':
      return <p className="decision-note">{texts.noLogic}</p>;
  }
}

function NamedBoxes({ entries, unnamed }: { readonly entries: readonly NamedExpression[]; readonly unnamed: string }) {
  return (
    <dl className="decision-boxes">
      {entries.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may be missing or the same
        <div key={index} className="decision-box">
          <dt>{name ?? unnamed}</dt>
          <dd>
            <ExpressionView name={name ?? unnamed} expression={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface RelationViewProps {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Expression[])[];
}

function RelationView({ name, columns, rows }: RelationViewProps) {
  return (
    <table className="decision-table" aria-label={name}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
          <tr key={index}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their column
              <td key={column}>
                <ExpressionView name={columns[column] ?? ''} expression={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
