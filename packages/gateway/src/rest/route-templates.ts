import type { Endpoint } from './endpoint.ts';

export const API_PREFIX = '/v2';

/** `/v2/jobs/{jobKey}` */
export const routeTemplate = (endpoint: Endpoint): string => `${endpoint.prefix ?? API_PREFIX}${endpoint.path}`;

/** The framework's spelling: `/v2/jobs/:jobKey` */
export const routeUrl = (endpoint: Endpoint): string => routeTemplate(endpoint).replace(/\{(\w+)\}/g, ':$1');

/** Finds the methods a path has, to tell a wrong method from a wrong path. */
export function allowedMethods(endpoints: readonly Endpoint[]): (path: string) => readonly string[] {
  const routes = endpoints.map((endpoint) => ({
    method: endpoint.method,
    pattern: new RegExp(`^${routeTemplate(endpoint).replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (path) => routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
}
