import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';

/** The pages of Tasklist. Each is loaded when it is first gone to. */
export const tasklistRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tasklist',
    component: lazyRouteComponent(() => import('./tasks/tasks-page.tsx'), 'TasksPage'),
  }),
] as const;
