import { onCluster } from '../endpoint.ts';
import { resumeExporting } from './resume-exporting.ts';

export const resumeClusterExporting = onCluster('resumeClusterExporting', resumeExporting);
