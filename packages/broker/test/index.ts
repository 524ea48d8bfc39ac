/** For tests of other packages that need a real broker and something that happens in it. */
export { oneTask, userTask } from './models.ts';
export { activateJobs, completeJob, createInstance, deploy, failJob } from './scenario.ts';
export { temporaryFolder } from './temporary-folder.ts';
export { waitUntil } from './wait-until.ts';
