import { deploymentScenarios } from './a-deployment.ts';
import { creationScenarios } from './b-creation.ts';
import { gatewayScenarios } from './c-gateways.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario, by number. */
export const allScenarios: readonly Scenario[] = [
  ...deploymentScenarios,
  ...creationScenarios,
  ...gatewayScenarios,
].sort((a, b) => a.number - b.number);
