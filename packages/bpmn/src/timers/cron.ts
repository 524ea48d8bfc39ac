const macros: ReadonlySet<string> = new Set([
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
]);

interface CronField {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
  /** What this field allows beside numbers, names, ranges and steps. */
  readonly special?: RegExp;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const days = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

const fields: readonly CronField[] = [
  { min: 0, max: 59 },
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  // `?` any, `L` last day, `L-3` third before it, `LW` last weekday, `15W` weekday nearest to the 15th.
  { min: 1, max: 31, special: /^(\?|L|L-([1-9]|[12]\d|30)|LW|([1-9]|[12]\d|3[01])W)$/ },
  { min: 1, max: 12, names: months },
  // 0 and 7 are both Sunday; `FRIL` last Friday, `MON#2` second Monday.
  { min: 0, max: 7, names: days, special: new RegExp(`^(\\?|([0-7]|${days.join('|')})(L|#[1-5]))$`) },
];

/** Six fields `second minute hour day-of-month month day-of-week`, or a macro such as `@daily`. */
export function isCron(text: string): boolean {
  if (text.startsWith('@')) return macros.has(text);
  const parts = text.split(' ').filter((part) => part !== '');
  return (
    parts.length === fields.length && parts.every((part, index) => isFieldValid(part.toUpperCase(), fields[index]))
  );
}

function isFieldValid(text: string, field: CronField | undefined): boolean {
  if (field === undefined) return false;
  const items = text.split(',');
  // Days counted from the end of the month stand alone.
  if (items.length > 1 && items.some((item) => /^L[-W]/.test(item))) return false;
  return items.every((item) => isItemValid(item, field));
}

function isItemValid(item: string, field: CronField): boolean {
  if (field.special?.test(item)) return true;
  const [range = '', step, ...more] = item.split('/');
  if (more.length > 0 || (step !== undefined && !(/^[1-9]\d?$/.test(step) && Number(step) <= field.max + 1)))
    return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => valueIn(end, field));
  const [first, last = first] = ends;
  if (ends.length > 2 || first === undefined || last === undefined) return false;
  // A range from Sunday begins the week: `SUN-TUE` is 0 to 2.
  return first <= last || (field.max === 7 && first === 7);
}

function valueIn(text: string, field: CronField): number | undefined {
  const name = field.names?.indexOf(text) ?? -1;
  if (name !== -1) return name + 1;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= field.min && value <= field.max ? value : undefined;
}
