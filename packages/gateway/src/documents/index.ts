export type { DocumentStore } from './document-store.ts';
export { Documents, type DocumentsOptions } from './documents.ts';
export { FileDocumentStore } from './file-document-store.ts';
export { MemoryDocumentStore } from './memory-document-store.ts';
export { S3Client, type S3ClientOptions } from './s3/s3-client.ts';
export { S3DocumentStore } from './s3/s3-document-store.ts';
