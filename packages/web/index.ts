export { webAppsFolder } from './src/web-apps-folder.ts';
