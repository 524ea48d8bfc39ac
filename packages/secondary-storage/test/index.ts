/** For tests of other packages, and benches, that need a real PostgreSQL. */
export { type BorrowedSchema, borrowPostgresSchema } from './borrow-postgres-schema.ts';
export { hasPostgresPrograms } from './postgres-programs.ts';
export { newPostgresSchema } from './postgres-schema.ts';
export { type PostgresServer, startPostgres } from './postgres-server.ts';
