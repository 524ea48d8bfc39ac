import { deploymentScenarios } from './a-deployment.ts';
import { creationScenarios } from './b-creation.ts';
import { gatewayScenarios } from './c-gateways.ts';
import { variableScenarios } from './d-variables.ts';
import { jobScenarios } from './e-jobs.ts';
import { eventScenarios } from './f-events.ts';
import { messageScenarios } from './f-messages.ts';
import { loopScenarios } from './g-loops.ts';
import { scopeScenarios } from './g-scopes.ts';
import { userTaskScenarios } from './h-user-tasks.ts';
import { operationScenarios } from './i-operations.ts';
import { decisionScenarios } from './j-decisions.ts';
import { expressionScenarios } from './j-expressions.ts';
import { robustnessScenarios } from './l-robustness.ts';
import { regressionScenarios } from './m-regressions.ts';
import { moreScenarios } from './n-more.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario, by number. */
export const allScenarios: readonly Scenario[] = [
  ...deploymentScenarios,
  ...creationScenarios,
  ...gatewayScenarios,
  ...variableScenarios,
  ...jobScenarios,
  ...messageScenarios,
  ...eventScenarios,
  ...scopeScenarios,
  ...loopScenarios,
  ...userTaskScenarios,
  ...operationScenarios,
  ...decisionScenarios,
  ...expressionScenarios,
  ...robustnessScenarios,
  ...regressionScenarios,
  ...moreScenarios,
].sort((a, b) => a.number - b.number);
