/** Replaces every name in an action by its key. */
import type { CommandName, CommandRequest, CommandRequests } from './command-request.ts';
import { durationMs } from './duration-ms.ts';
import { decisionKey, definitionKey, incidentKey, jobKey, scopeKey, taskKey } from './look-up.ts';
import { isRef } from './names.ts';
import type { Observed } from './run-scenario.ts';
import type { Action, Resource } from './scenario.ts';

type Performed = Exclude<Action, { advance: string } | { engine: unknown }>;

const ACTIVATION_TIMEOUT = 'PT1M';
const LATEST = -1;

/** @throws {Error} when something it names is not there. */
export function commandOf(action: Performed, observed: Observed): CommandRequest {
  const { names } = observed;
  if ('deploy' in action) return request('deploy', { files: action.deploy.map(file) });
  if ('create' in action) {
    const { version, variables, startAt, terminateAfter, tags, businessId, awaitResult } = action;
    return request('create', {
      processId: action.create,
      version: version ?? LATEST,
      variables: variables ?? {},
      startAt: startAt ?? [],
      terminateAfter: terminateAfter ?? [],
      tags: tags ?? [],
      businessId: businessId ?? '',
      awaitResult: awaitResult ?? false,
    });
  }
  if ('activate' in action) {
    return request('activate', {
      type: action.activate,
      max: action.max ?? 100,
      timeoutMs: durationMs(action.timeout ?? ACTIVATION_TIMEOUT),
      fetch: action.fetch ?? [],
      worker: action.worker ?? 'worker',
      withLease: action.withLease ?? false,
      waits: action.jobs.length > 0,
    });
  }
  if ('complete' in action) {
    return request('complete', {
      key: jobKey(action.complete, observed),
      variables: action.variables ?? {},
      leaseToken: action.leaseOf === undefined ? '' : (observed.leases.get(action.leaseOf) ?? 'unknown'),
      ...(action.result !== undefined && { result: action.result }),
    });
  }
  if ('fail' in action) {
    return request('fail', {
      key: jobKey(action.fail, observed),
      retries: action.retries,
      backOffMs: durationMs(action.backOff ?? 'PT0S'),
      message: action.message ?? '',
      variables: action.variables ?? {},
    });
  }
  if ('throwError' in action) {
    return request('throwError', {
      key: jobKey(action.throwError, observed),
      code: action.code,
      message: action.message ?? '',
      variables: action.variables ?? {},
    });
  }
  if ('updateJob' in action) {
    return request('updateJob', {
      key: jobKey(action.updateJob, observed),
      ...(action.retries !== undefined && { retries: action.retries }),
      ...(action.timeout !== undefined && { timeoutMs: durationMs(action.timeout) }),
      ...(action.priority !== undefined && { priority: action.priority }),
    });
  }
  if ('publish' in action) {
    return request('publish', {
      name: action.publish,
      correlationKey: action.key ?? '',
      ttlMs: durationMs(action.ttl ?? 'PT0S'),
      id: action.id ?? '',
      variables: action.variables ?? {},
    });
  }
  if ('correlate' in action) {
    const { correlate, key = '', variables = {} } = action;
    return request('correlate', { name: correlate, correlationKey: key, variables });
  }
  if ('broadcast' in action) return request('broadcast', { name: action.broadcast, variables: action.variables ?? {} });
  if ('setVariables' in action) {
    const { setVariables, variables, local = false } = action;
    return request('setVariables', { key: scopeKey(setVariables, observed), variables, local });
  }
  if ('resolve' in action) return request('resolve', { key: incidentKey(action.resolve, observed) });
  if ('cancel' in action) return request('cancel', { key: names.get(action.cancel) });
  if ('pinClock' in action) return request('pinClock', { byMs: durationMs(action.pinClock) });
  if ('resetClock' in action) return request('resetClock', {});
  if ('suspend' in action) return request('suspend', { key: names.get(action.suspend) });
  if ('resume' in action) return request('resume', { key: names.get(action.resume) });
  if ('modify' in action) return modification(action, observed);
  if ('migrate' in action) {
    return request('migrate', {
      key: names.get(action.migrate),
      definitionKey: definitionKey(action.to, observed),
      mapping: action.mapping,
    });
  }
  if ('deleteDefinition' in action) {
    return request('deleteResource', { key: definitionKey(action.deleteDefinition, observed) });
  }
  if ('assign' in action) {
    const { assign, assignee, allowOverride = true } = action;
    return request('assign', { key: taskKey(assign, observed), assignee, allowOverride });
  }
  if ('unassign' in action) return request('unassign', { key: taskKey(action.unassign, observed) });
  if ('updateTask' in action) {
    return request('updateTask', { key: taskKey(action.updateTask, observed), changes: action.changes });
  }
  if ('completeTask' in action) {
    return request('completeTask', { key: taskKey(action.completeTask, observed), variables: action.variables ?? {} });
  }
  if ('activateAdHoc' in action) {
    return request('activateAdHoc', {
      key: scopeKey(action.activateAdHoc, observed),
      elements: action.elements.map(({ element, variables = {} }) => ({ elementId: element, variables })),
      cancelRemaining: action.cancelRemaining ?? false,
    });
  }
  if ('evaluateConditions' in action) {
    return request('evaluateConditions', {
      variables: action.evaluateConditions,
      ...(action.definition !== undefined && { definitionKey: definitionKey(action.definition, observed) }),
    });
  }
  if ('evaluate' in action) {
    return request('evaluate', { expression: action.evaluate, variables: action.variables ?? {} });
  }
  if ('evaluateDecision' in action) {
    const { evaluateDecision: id, version, variables = {} } = action;
    const key = version === undefined ? undefined : decisionKey(id, version, observed);
    return request('evaluateDecision', { id, variables, ...(key !== undefined && { key }) });
  }
  if ('createClusterVariable' in action) {
    return request('createClusterVariable', { name: action.createClusterVariable, value: action.value });
  }
  if ('createGlobalListener' in action) {
    const { createGlobalListener: id, type, events, priority = 50, afterNonGlobal = false } = action;
    return request('createGlobalListener', { id, type, events, priority, afterNonGlobal });
  }
  if ('deleteGlobalListener' in action) return request('deleteGlobalListener', { id: action.deleteGlobalListener });
  if ('batch' in action) {
    return request('batch', { type: action.batch, instanceKeys: action.instances.map((each) => names.get(each)) });
  }
  if ('suspendBatch' in action) return request('suspendBatch', { key: names.get(action.suspendBatch) });
  if ('resumeBatch' in action) return request('resumeBatch', { key: names.get(action.resumeBatch) });
  return request('cancelBatch', { key: names.get(action.cancelBatch) });
}

function request<Name extends CommandName>(name: Name, with_: CommandRequests[Name]): CommandRequest {
  return { name, with: with_ } as CommandRequest;
}

function modification(action: Extract<Action, { modify: unknown }>, observed: Observed): CommandRequest {
  return request('modify', {
    key: observed.names.get(action.modify),
    activate: (action.start ?? []).map(({ element, ancestor, variables = {} }) => ({
      elementId: element,
      ...(ancestor !== undefined && { ancestorKey: scopeKey(ancestor, observed) }),
      variables,
    })),
    terminate: (action.end ?? []).map((each) =>
      !isRef(each) && 'all' in each ? { elementId: each.all } : { key: scopeKey(each, observed) },
    ),
    move: action.move ?? [],
  });
}

function file(resource: Resource): { readonly name: string; readonly content: string } {
  if (typeof resource !== 'string') return resource;
  const graph = /<definitions [^>]*DMN[^>]* id="([^"]*)"/.exec(resource)?.[1];
  if (graph !== undefined) return { name: `${graph}.dmn`, content: resource };
  const id = /<bpmn:process id="([^"]*)"/.exec(resource)?.[1] ?? 'resource';
  return { name: `${id}.bpmn`, content: resource };
}
