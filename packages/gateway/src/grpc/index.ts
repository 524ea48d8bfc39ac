export * from './create-grpc-server.ts';
export type { GrpcRequestListener, GrpcRequestReport } from './request-observer.ts';
