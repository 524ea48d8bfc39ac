import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
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
    component: lazyRouteComponent(() => import('./dashboard/dashboard-page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/processes',
    validateSearch: processesSearch,
    component: lazyRouteComponent(() => import('./processes/processes-page.tsx'), 'ProcessesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/processes/migrate',
    validateSearch: migrationSearch,
    component: lazyRouteComponent(() => import('./migration/migration-page.tsx'), 'MigrationPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/decisions',
    validateSearch: decisionsSearch,
    component: lazyRouteComponent(() => import('./decisions/decisions-page.tsx'), 'DecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/decisions/$decisionEvaluationInstanceKey',
    validateSearch: decisionSearch,
    component: lazyRouteComponent(() => import('./decision/decision-page.tsx'), 'DecisionPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/batch-operations',
    validateSearch: batchOperationsSearch,
    component: lazyRouteComponent(() => import('./batch-operations/batch-operations-page.tsx'), 'BatchOperationsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/batch-operations/$batchOperationKey',
    validateSearch: batchOperationSearch,
    component: lazyRouteComponent(() => import('./batch-operation/batch-operation-page.tsx'), 'BatchOperationPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/operations-log',
    validateSearch: operationsLogSearch,
    component: lazyRouteComponent(() => import('./operations-log/operations-log-page.tsx'), 'OperationsLogPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate/processes/$processInstanceKey',
    validateSearch: instanceSearch,
    component: lazyRouteComponent(() => import('./instance/instance-page.tsx'), 'InstancePage'),
  }),
] as const;
