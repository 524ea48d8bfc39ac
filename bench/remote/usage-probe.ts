/** Loaded into a server before its own code (`--import`): tells the bench what the process uses. */
import { answerCalls } from './answer-calls.ts';
import { processUsage } from './process-usage.ts';

answerCalls({ usage: processUsage });
// The server must end when it has closed its own things, whoever still listens here.
process.channel?.unref();
