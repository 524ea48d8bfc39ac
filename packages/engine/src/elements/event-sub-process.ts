import { startEventSubProcess } from '../behavior/event-sub-process-activation.ts';
import type { ElementProcessor } from './element-processor.ts';
import { subProcess } from './sub-process.ts';

/** Begins by its trigger (see event-triggers.ts) and ends like any sub-process. */
export const eventSubProcess: ElementProcessor = {
  activate: startEventSubProcess,
  complete: subProcess.complete,
};
