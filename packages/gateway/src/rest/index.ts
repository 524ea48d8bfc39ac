export * from './create-rest-server.ts';
export type { ObservedRequest, RequestObserver } from './request-observer.ts';
