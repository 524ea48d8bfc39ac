export { startTestSearchServer, TestSearchServer } from './test-search-server.ts';
