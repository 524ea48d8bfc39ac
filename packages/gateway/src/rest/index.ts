export { type ApiDocument, type ApiOperation, apiDocument } from './api-document.ts';
export * from './create-rest-server.ts';
export type { ObservedRequest, RequestObserver } from './request-observer.ts';
