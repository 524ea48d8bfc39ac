import type { DecisionInstanceGetQueryResult } from '../../api/gen/api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ValueText } from '../../parts/value-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';

/** What went into a decision, and what came out of each rule that matched. */
export function DecisionValues({ instance }: { readonly instance: DecisionInstanceGetQueryResult }) {
  const { decisions: texts } = useTexts();
  const { evaluatedInputs, matchedRules } = instance;
  const isTable = instance.decisionDefinitionType === 'DECISION_TABLE';
  return (
    <div className="decision-values">
      <section aria-labelledby="decision-inputs">
        <h2 id="decision-inputs">{texts.inputs}</h2>
        {evaluatedInputs.length === 0 ? (
          <EmptyState title={texts.noInputs} {...(isTable ? {} : { text: texts.noInputsHelp })} />
        ) : (
          <table className="value-table">
            <thead>
              <tr>
                <th scope="col">{texts.input}</th>
                <th scope="col">{texts.value}</th>
              </tr>
            </thead>
            <tbody>
              {evaluatedInputs.map(({ inputId, inputName, inputValue }) => (
                <tr key={inputId}>
                  <th scope="row">{inputName}</th>
                  <td>
                    <ValueText value={inputValue} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section aria-labelledby="decision-outputs">
        <h2 id="decision-outputs">{texts.outputs}</h2>
        {matchedRules.length === 0 ? (
          isTable ? (
            <EmptyState title={texts.noOutputs} />
          ) : (
            <EmptyState title={texts.noOutputsTable} text={texts.noOutputsHelp} />
          )
        ) : (
          <table className="value-table">
            <thead>
              <tr>
                <th scope="col" className="value-table-number">
                  {texts.rule}
                </th>
                <th scope="col">{texts.output}</th>
                <th scope="col">{texts.value}</th>
              </tr>
            </thead>
            <tbody>
              {matchedRules.flatMap(({ ruleId, ruleIndex, evaluatedOutputs }) =>
                evaluatedOutputs.map(({ outputId, outputName, outputValue }) => (
                  <tr key={`${ruleId} ${outputId}`}>
                    <td className="value-table-number">{texts.ruleNumber(ruleIndex)}</td>
                    <th scope="row">{outputName}</th>
                    <td>
                      <ValueText value={outputValue} />
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}
