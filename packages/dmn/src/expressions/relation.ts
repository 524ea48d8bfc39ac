import { childrenNamed, type Report, type XmlElement } from '@waggle/xml';
import { nameOf } from '../model/name.ts';
import type { ExpressionKind } from './expression-kind.ts';
import { isExpression } from './is-expression.ts';

/** A list of contexts, written as a table: a row each, a column per entry. */
export const relation: ExpressionKind = {
  decisionType: 'RELATION',
  rules: [
    { id: 'relation-column-name', check: checkColumns },
    { id: 'relation-row-size', check: checkRows },
  ],
  compile: (xml, compilation) => {
    const columns = columnsOf(xml).map((column) => ({
      name: nameOf(column),
      convert: compilation.conversion(column.attributes.get('typeRef'), 'variable'),
    }));
    const rows = rowsOf(xml).map((row) => cellsOf(row).map((cell) => compilation.logic(cell)));
    return (run, variables) => {
      run.chargeList(rows.length);
      return rows.map((cells) => {
        run.charge(2 * columns.length);
        return new Map(
          columns.map(({ name, convert }, index) => {
            const value = cells[index]?.(run, variables) ?? null;
            return [name, convert === undefined ? value : convert(run, value)];
          }),
        );
      });
    };
  },
};

const columnsOf = (xml: XmlElement): XmlElement[] => childrenNamed(xml, 'dmn:column');
const rowsOf = (xml: XmlElement): XmlElement[] => childrenNamed(xml, 'dmn:row');
const cellsOf = (row: XmlElement): XmlElement[] => row.children.filter(isExpression);

function checkColumns(xml: XmlElement, report: Report): void {
  const seen = new Set<string>();
  for (const column of columnsOf(xml)) {
    const name = nameOf(column);
    if (name === '') report(column, 'Expected every column of a relation to have a name, but this one has none.');
    else if (seen.has(name))
      report(column, `Expected the columns of a relation to differ in name, but '${name}' is used twice.`);
    seen.add(name);
  }
}

function checkRows(xml: XmlElement, report: Report): void {
  const expected = columnsOf(xml).length;
  for (const row of rowsOf(xml)) {
    const found = cellsOf(row).length;
    if (found !== expected) {
      report(row, `Expected a row with ${expected} expressions, one per column, but it has ${found}.`);
    }
  }
}
