export type { ChangeSource } from './changes/index.ts';
export {
  createDispatch,
  type Dispatch,
  type DispatchOptions,
  ItemDelivery,
  type ItemDeliveryOptions,
  type LongPollingOptions,
} from './dispatch/index.ts';
export * from './documents/index.ts';
export * from './grpc/index.ts';
export * from './management/index.ts';
export * from './rest/index.ts';
export * from './secrets/index.ts';
