import { ENVIRONMENT_PREFIX, environmentVariableOf } from './option-name.ts';
import { startOptionNames } from './start-options.ts';

/** Read by commands, not options of the server. */
const otherNames = ['config', 'address'];

/**
 * Kubernetes sets these for a service called "waggle"; nobody meant an option by them.
 * WAGGLE_PORT is one of them, which is why no option may be called `port`.
 */
const kubernetesVariable = /^WAGGLE_(SERVICE_|PORT(_|$))/;

/** Names with our prefix that no option has: most likely misspelled. */
export function unknownEnvironmentVariables(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const known = new Set([...startOptionNames, ...otherNames].map(environmentVariableOf));
  return Object.keys(environment)
    .filter((name) => name.startsWith(ENVIRONMENT_PREFIX) && !known.has(name) && !kubernetesVariable.test(name))
    .sort();
}
