import { onCluster } from '../endpoint.ts';
import { pauseExporting } from './pause-exporting.ts';

export const pauseClusterExporting = onCluster('pauseClusterExporting', pauseExporting);
