import {
  type DecisionEvaluationValue,
  type LogRecord,
  type ProcessInstanceValue,
  RecordType,
  type UserTaskValue,
  ValueType,
} from '@waggle/protocol';
import { ApiProblem } from '../../../../api/api-problem.ts';
import { call } from '../../../../api/call.ts';
import { getDecisionRequirementsXML, getFormByKey, getProcessDefinitionXML } from '../../../../api/gen/api.ts';
import { openReplay, type Replay, type ScenarioModel, scenarioOf } from '../../../../replay/index.ts';
import { loadRecords } from './record-loader.ts';
import type { ScenarioRequest } from './replay-requests.ts';

/** Called instances that become part of a test; what more there are is mocked. */
const CALLED_MAX = 20;

/**
 * The test that does again what an instance did, with everything it needs from the server.
 * @throws {NoScenario} there can be none. {ApiProblem} the server does not give what it takes.
 */
export async function scenarioFor(replay: Replay, { until, runner }: ScenarioRequest): Promise<string> {
  const called = await calledReplays(replay);
  const models = await modelsOf([replay, ...called]);
  return scenarioOf(replay, { models, called, until, runner });
}

/** Those it called, and those they called. Those of which nothing is kept are left out. */
async function calledReplays(replay: Replay): Promise<readonly Replay[]> {
  const found: Replay[] = [];
  const waiting = [...replay.calledProcessInstanceKeys];
  for (let key = waiting.shift(); key !== undefined && found.length < CALLED_MAX; key = waiting.shift()) {
    const records = await unlessMissing(loadRecords(key));
    if (records === undefined) continue;
    const called = openReplay({ processInstanceKey: key, ...records });
    found.push(called);
    waiting.push(...called.calledProcessInstanceKeys);
  }
  return found;
}

async function modelsOf(replays: readonly Replay[]): Promise<readonly ScenarioModel[]> {
  /** Names of files, by key of what they hold. */
  const processes = new Map<string, string>();
  const forms = new Set<string>();
  const decisions = new Set<string>();
  for (const { recordType, valueType, value } of replays.flatMap(({ records }) => records)) {
    if (recordType !== RecordType.EVENT) continue;
    if (valueType === ValueType.PROCESS_INSTANCE) {
      const { processDefinitionKey, bpmnProcessId, version } = value as ProcessInstanceValue;
      processes.set(
        String(processDefinitionKey),
        processes.get(String(processDefinitionKey)) ?? `${bpmnProcessId}-${version}.bpmn`,
      );
    } else if (valueType === ValueType.USER_TASK) addKey(forms, (value as UserTaskValue).formKey);
    else if (valueType === ValueType.DECISION_EVALUATION) {
      addKey(decisions, (value as DecisionEvaluationValue).decisionRequirementsKey);
    }
  }
  const models = await Promise.all([
    ...[...processes].map(([processDefinitionKey, name]) =>
      model(name, call(getProcessDefinitionXML, { path: { processDefinitionKey } })),
    ),
    ...[...decisions].map((decisionRequirementsKey) =>
      model(`${decisionRequirementsKey}.dmn`, call(getDecisionRequirementsXML, { path: { decisionRequirementsKey } })),
    ),
    ...[...forms].map((formKey) =>
      model(
        `${formKey}.form`,
        call(getFormByKey, { path: { formKey } }).then(({ schema }) => String(schema)),
      ),
    ),
  ]);
  return models.filter((each) => each !== undefined);
}

async function model(name: string, content: Promise<string>): Promise<ScenarioModel | undefined> {
  const found = await unlessMissing(content);
  return found === undefined ? undefined : { name, content: found };
}

function addKey(keys: Set<string>, key: LogRecord['key']): void {
  if (key > 0n) keys.add(String(key));
}

/** What has been deleted meanwhile is mocked by the test. */
async function unlessMissing<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.isNotFound) return undefined;
    throw error;
  }
}
