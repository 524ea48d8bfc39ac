import { CliError } from '../cli-error.ts';
import { fieldsOf, listOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import { keyArgument, variablesArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface DecisionEvaluateOptions {
  readonly key?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const decisionEvaluate: CommandFactory = (context) =>
  clientCommand('evaluate', 'Evaluates a decision and shows its output and what led to it.')
    .argument('[decision]', 'id of the decision, as in its DMN file: the latest version')
    .option('--key <key>', 'key of one version instead of the id', keyArgument('--key'))
    .option('--variables <json>', 'what the decision sees', variablesArgument)
    .action(
      clientAction(
        context,
        async ({ client, report }, { key, variables = {} }: DecisionEvaluateOptions, decisionId?: string) => {
          if ((decisionId === undefined) === (key === undefined)) {
            throw new CliError('INVALID_ARGUMENT', 'Expected either the id of a decision or --key.');
          }
          const evaluation = await client.send({
            method: 'POST',
            path: '/decision-definitions/evaluation',
            body: {
              ...(key === undefined ? { decisionDefinitionId: decisionId } : { decisionDefinitionKey: key }),
              variables,
            },
          });
          report(evaluation, describeEvaluation(evaluation));
          const { failureMessage } = fieldsOf(evaluation);
          if (typeof failureMessage === 'string') throw new CliError('EVALUATION_FAILED', failureMessage);
        },
      ),
    );

function describeEvaluation(evaluation: unknown): string {
  const { output } = fieldsOf(evaluation);
  const lines = listOf(evaluation, 'evaluatedDecisions').map((decision) => {
    const rules = listOf(decision, 'matchedRules').map(({ ruleIndex }) => ruleIndex);
    const matched = rules.length === 0 ? '' : ` (${rules.length === 1 ? 'rule' : 'rules'} ${rules.join(', ')})`;
    return `  ${decision.decisionDefinitionId} = ${decision.output}${matched}`;
  });
  return [`${output}`, ...lines].join('\n');
}
