/**
 * What a list of tasks is narrowed down to. It stands in addresses and in saved filters, so it is read leniently: what
 * is not understood is left out, never an error.
 */
export interface TaskFilter {
  /** Default `anyone`: assigned or not. */
  readonly assignedTo?: 'nobody' | 'me' | 'user';
  /** With `assignedTo: 'user'`. */
  readonly assignee?: string;
  readonly candidateUser?: string;
  readonly candidateGroup?: string;
  /** Default `open`. */
  readonly state?: 'completed' | 'canceled' | 'all';
  /** Id of the process. */
  readonly process?: string;
  readonly tenant?: string;
  /** Id of the element in the model. */
  readonly taskId?: string;
  /** May hold `*` and `?`. */
  readonly businessId?: string;
  /** Days in the person's time zone, `2026-12-24`; both inclusive. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly followUpFrom?: string;
  readonly followUpTo?: string;
  readonly priorityMin?: number;
  readonly priorityMax?: number;
  /** All of them hold. */
  readonly variables?: readonly VariableCondition[];
}

export interface VariableCondition {
  readonly name: string;
  readonly operator: VariableOperator;
  /** As typed: JSON, or else text. Not with `exists` and `missing`. */
  readonly value: string;
}

export const variableOperators = ['equals', 'notEquals', 'contains', 'greater', 'less', 'exists', 'missing'] as const;
export type VariableOperator = (typeof variableOperators)[number];

/** Whether the condition can be asked for as it is: numbers are compared with numbers only. */
export function isWrongCondition({ operator, value }: VariableCondition): boolean {
  return (operator === 'greater' || operator === 'less') && (value.trim() === '' || !Number.isFinite(Number(value)));
}

/** More are a mistake; each is a lookup for every task. */
export const CONDITIONS_MAX = 10;
/** No value that one types is longer. */
const TEXT_LENGTH_MAX = 1_000;
const PRIORITY_MAX = 100;

const texts = ['assignee', 'candidateUser', 'candidateGroup', 'process', 'tenant', 'taskId', 'businessId'] as const;
const days = ['dueFrom', 'dueTo', 'followUpFrom', 'followUpTo'] as const;
const priorities = ['priorityMin', 'priorityMax'] as const;

export function parseTaskFilter(value: unknown): TaskFilter {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Readonly<Record<string, unknown>>;
  const filter: Record<string, unknown> = {};
  if (isOneOf(given.assignedTo, ['nobody', 'me', 'user'])) filter.assignedTo = given.assignedTo;
  if (isOneOf(given.state, ['completed', 'canceled', 'all'])) filter.state = given.state;
  for (const name of texts) {
    const text = textOf(given[name]);
    if (text !== undefined) filter[name] = text;
  }
  for (const name of days) {
    const day = given[name];
    if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)))
      filter[name] = day;
  }
  for (const name of priorities) {
    const priority = Number(given[name] ?? Number.NaN);
    if (Number.isInteger(priority) && priority >= 0 && priority <= PRIORITY_MAX) filter[name] = priority;
  }
  const variables = conditionsOf(given.variables);
  if (variables.length > 0) filter.variables = variables;
  return filter;
}

/** How many things are asked for: the number beside "filter". */
export function countConditions({ variables, assignedTo, assignee, ...others }: TaskFilter): number {
  return (
    Object.keys(others).length +
    (variables?.length ?? 0) +
    (assignedTo === undefined || (assignedTo === 'user' && assignee === undefined) ? 0 : 1)
  );
}

function conditionsOf(value: unknown): readonly VariableCondition[] {
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((one: unknown): readonly VariableCondition[] => {
      if (typeof one !== 'object' || one === null) return [];
      const { name, operator, value } = one as Readonly<Record<string, unknown>>;
      const text = textOf(name);
      if (text === undefined || !isOneOf(operator, variableOperators)) return [];
      const condition = {
        name: text,
        operator,
        value: typeof value === 'string' ? value.slice(0, TEXT_LENGTH_MAX) : '',
      };
      return isWrongCondition(condition) ? [] : [condition];
    })
    .slice(0, CONDITIONS_MAX);
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim().slice(0, TEXT_LENGTH_MAX);
  return text === '' ? undefined : text;
}

function isOneOf<const Value extends string>(value: unknown, allowed: readonly Value[]): value is Value {
  return allowed.includes(value as Value);
}
