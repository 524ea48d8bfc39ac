import { onCluster } from '../endpoint.ts';
import { getExportingStatus } from './get-exporting-status.ts';

export const getClusterExportingStatus = onCluster('getClusterExportingStatus', getExportingStatus);
