import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
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
] as const;
