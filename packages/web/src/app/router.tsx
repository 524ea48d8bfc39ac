import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { operateRoutes } from '../operate/routes.ts';
import { tasklistRoutes } from '../tasklist/routes.ts';
import { FailedPage } from './failed-page.tsx';
import { rootRoute } from './root-route.tsx';
import { searchParameters } from './search-parameters.ts';

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/operate' });
  },
});

const routeTree = rootRoute.addChildren([startRoute, ...operateRoutes, ...tasklistRoutes]);

export function createAppRouter() {
  return createRouter({
    ...searchParameters,
    routeTree,
    defaultPreload: 'intent',
    // Queries keep their own answers: the router asks them again and gets what they have.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: FailedPage,
  });
}

/** Loads the page of the present address, beside what is needed before it can be drawn. */
export function preloadPage(router: ReturnType<typeof createAppRouter>): void {
  router.updateLatestLocation();
  const [matchedRoutes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const route of matchedRoutes) void router.loadRouteChunk(route);
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
