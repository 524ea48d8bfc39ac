/** Loaded before the CLI (`node --import`): it then finds the REST client with the names it misses. */
import { registerHooks } from 'node:module';

const substitute = new URL('./client-of-the-next-version.mjs', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier === '@camunda8/orchestration-cluster-api' && context.parentURL !== substitute
      ? { url: substitute, shortCircuit: true }
      : nextResolve(specifier, context);
  },
});
