/** A decision table as they are in practice: two inputs, one fee for each of ten countries and ten ranges of amounts. */

interface Rule {
  readonly countryTest: string;
  readonly amountTest: string;
  readonly fee: string;
}

export const countryFees: readonly Rule[] = Array.from({ length: 100 }, (_, index) => {
  const from = 100 * Math.floor(index / 10);
  return {
    countryTest: `"C${index % 10}"`,
    amountTest: `[${from}..${from + 100})`,
    fee: `amount * 0.0${1 + (index % 9)}`,
  };
});

const rules = countryFees.map(
  ({ countryTest, amountTest, fee }) =>
    `<rule><inputEntry><text>${countryTest}</text></inputEntry><inputEntry><text>${amountTest}</text></inputEntry><outputEntry><text>${fee}</text></outputEntry></rule>`,
);

const column = (expression: string): string =>
  `<input><inputExpression><text>${expression}</text></inputExpression></input>`;

export const feeTable = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="Fees" namespace="bench">
  <decision id="fee" name="Fee">
    <decisionTable hitPolicy="UNIQUE">${column('country')}${column('amount')}<output name="fee"/>${rules.join('')}</decisionTable>
  </decision>
</definitions>`;
