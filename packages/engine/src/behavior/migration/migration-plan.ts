/**
 * Decides for every living element instance what it becomes, and refuses what would not stay true: an element of another
 * kind, in another scope, or that nothing is said about. Nothing is written yet.
 */
import type { ExecutableElement } from '@waggle/bpmn';
import { bpmnElementTypeName, type Key, type ProcessValue } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isTerminating } from '../../state/element-instance.ts';
import { canTakeOverUserTask } from '../user-tasks/user-task-migration.ts';
import { planJoins, type TokenMove } from './migration-joins.ts';
import type { MigrationMapping, MigrationRefusal } from './migration-mapping.ts';
import { planWaits, type WaitMigration } from './migration-waits.ts';

export interface ElementMigration {
  readonly instance: ElementInstance;
  readonly source: ExecutableElement;
  readonly target: ExecutableElement;
  readonly waits: WaitMigration;
  readonly tokens: readonly TokenMove[];
}

/** What the parts of the plan look at. */
export interface MigrationContext {
  readonly processing: Processing;
  readonly definition: ProcessValue;
  readonly mapping: MigrationMapping;
  readonly refusal: MigrationRefusal;
}

/** @throws {RejectCommand} when the instance cannot be migrated like that. */
export function planMigration(context: MigrationContext, root: ElementInstance): readonly ElementMigration[] {
  // Commands that are under way were written for the present definition.
  if (context.processing.backlog.concerns(root.key)) throw concurrent(context.refusal);
  const migrations: ElementMigration[] = [];
  const targets = new Map<Key, ExecutableElement>();
  const instances = [root];
  for (const instance of instances) {
    const migration = planElement(context, instance, targets);
    migrations.push(migration);
    targets.set(instance.key, migration.target);
    context.processing.state.elementChildren.forEach(instance.key, (key) => {
      const child = context.processing.state.elementInstances.get(key);
      if (child !== undefined) instances.push(child);
    });
  }
  return migrations;
}

function planElement(
  context: MigrationContext,
  instance: ElementInstance,
  targets: ReadonlyMap<Key, ExecutableElement>,
): ElementMigration {
  const { processing, mapping, refusal } = context;
  if (isTerminating(instance) || !processing.state.eventTriggers.isEmpty(instance.key)) throw concurrent(refusal);
  const source = processing.models.elementOf(instance.value);
  const target = mapping.targetOf(instance.value, source);
  if (target === undefined) {
    throw refusal.invalidState(
      `no mapping instruction defined for active element with id '${source.id}'. Elements cannot be migrated without a mapping.`,
    );
  }
  requireSameKind(source, target, refusal);
  const scope = targets.get(instance.value.flowScopeKey);
  if (target.flowScope !== scope) {
    throw refusal.invalidState(
      `the flow scope of active element with id '${source.id}' is changed. The flow scope of the active element is expected to be '${scope?.id}' but was '${target.flowScope?.id}'. The flow scope of an element cannot be changed during migration yet.`,
    );
  }
  return {
    instance,
    source,
    target,
    waits: planWaits(context, instance, source, target),
    tokens: planJoins(context, instance, target),
  };
}

function requireSameKind(source: ExecutableElement, target: ExecutableElement, refusal: MigrationRefusal): void {
  const differs = (what: string, ofSource: string, ofTarget: string) =>
    refusal.invalidState(
      `active element with id '${source.id}' and ${what} '${ofSource}' is mapped to an element with id '${target.id}' and different ${what} '${ofTarget}'. Elements must be mapped to elements of the same ${what}.`,
    );
  const sourceType = bpmnElementTypeName(source.elementType);
  const targetType = bpmnElementTypeName(target.elementType);
  if (sourceType !== targetType) throw differs('type', sourceType, targetType);
  if (source.eventType !== target.eventType) {
    throw differs('event type', `${source.eventType}`, `${target.eventType}`);
  }
  if (source.multiInstance?.isSequential !== target.multiInstance?.isSequential) {
    throw refusal.invalidState(
      `active element with id '${source.id}' has a different loop characteristics than the target element with id '${target.id}'. Both elements must have either sequential or parallel loop characteristics.`,
    );
  }
  if (source.userTask?.implementation === 'native' && target.userTask?.implementation === 'job') {
    throw refusal.invalidState(
      `active user task with id '${source.id}' and implementation 'zeebe user task' is mapped to a user task with id '${target.id}' and deprecated implementation 'job worker'.`,
    );
  }
  const [ofSource, ofTarget] = [implementationOf(source), implementationOf(target)];
  if (ofSource !== ofTarget && !canTakeOverUserTask(source, target))
    throw differs('implementation', ofSource, ofTarget);
}

/** Who does the work of an element, as far as a running instance depends on it. */
function implementationOf({ userTask, adHoc, job }: ExecutableElement): string {
  if (userTask !== undefined) return userTask.implementation === 'native' ? 'camunda user task' : 'job worker';
  if (adHoc !== undefined) return job === undefined ? 'bpmn' : 'job worker';
  return 'any';
}

function concurrent(refusal: MigrationRefusal) {
  return refusal.invalidState('a concurrent command was executed on the process instance. Please retry the migration.');
}
