export { configurationTable } from './options/configuration-page.ts';
export { type RunningServer, type ServerSettings, startServer } from './start/start-server.ts';
