import type { DeploymentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const deploymentCreated: Applier<DeploymentValue> = () => {
  // The definitions' own events changed the state.
};
