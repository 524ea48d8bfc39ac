import { createRoute } from '@tanstack/react-router';
import { onlyUnderstood } from '../app/only-understood.ts';
import { rootRoute } from '../app/root-route.tsx';
import { lazyPart } from '../parts/lazy-part.ts';
import { batchOperationSearch } from './batch-operation/batch-operation-search.ts';
import { batchOperationsSearch } from './batch-operations/batch-operations-search.ts';
import { decisionSearch } from './decision/decision-search.ts';
import { decisionsSearch } from './decisions/decisions-search.ts';
import { instanceSearch } from './instance/instance-search.ts';
import { migrationSearch } from './migration/migration-search.ts';
import { operationsLogSearch } from './operations-log/operations-log-search.ts';
import { processesSearch } from './processes/processes-search.ts';

/** The pages of Operate. Each is loaded when it is first gone to. */
export const operateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate',
    component: lazyPart(() => import('./dashboard/dashboard-page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/processes',
    // The page tells itself what it did not understand.
    validateSearch: processesSearch,
    component: lazyPart(() => import('./processes/processes-page.tsx'), 'ProcessesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/processes/migrate',
    validateSearch: onlyUnderstood(migrationSearch),
    component: lazyPart(() => import('./migration/migration-page.tsx'), 'MigrationPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/decisions',
    validateSearch: onlyUnderstood(decisionsSearch),
    component: lazyPart(() => import('./decisions/decisions-page.tsx'), 'DecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/decisions/$decisionEvaluationInstanceKey',
    validateSearch: onlyUnderstood(decisionSearch),
    component: lazyPart(() => import('./decision/decision-page.tsx'), 'DecisionPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/batch-operations',
    validateSearch: onlyUnderstood(batchOperationsSearch),
    component: lazyPart(() => import('./batch-operations/batch-operations-page.tsx'), 'BatchOperationsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/batch-operations/$batchOperationKey',
    validateSearch: onlyUnderstood(batchOperationSearch),
    component: lazyPart(() => import('./batch-operation/batch-operation-page.tsx'), 'BatchOperationPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/operations-log',
    validateSearch: onlyUnderstood(operationsLogSearch),
    component: lazyPart(() => import('./operations-log/operations-log-page.tsx'), 'OperationsLogPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/processes/$processInstanceKey',
    validateSearch: onlyUnderstood(instanceSearch),
    component: lazyPart(() => import('./instance/instance-page.tsx'), 'InstancePage'),
  }),
] as const;
