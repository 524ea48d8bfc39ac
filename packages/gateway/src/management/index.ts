export * from './create-management-server.ts';
export * from './gateway-metrics.ts';
export * from './health-source.ts';
export * from './log-levels.ts';
export * from './metrics-source.ts';
