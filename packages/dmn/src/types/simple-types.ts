import type { DmnType } from './dmn-type.ts';

const simple = (name: Extract<DmnType, { kind: 'simple' }>['name']): DmnType => ({ kind: 'simple', name });
const any: DmnType = { kind: 'any' };

const types: ReadonlyMap<string, DmnType> = new Map<string, DmnType>([
  ['Any', any],
  ['any', any],
  ['Null', simple('NULL')],
  ['string', simple('STRING')],
  ['number', simple('NUMBER')],
  ['boolean', simple('BOOLEAN')],
  ['date', simple('DATE')],
  ['time', simple('TIME')],
  ['date and time', simple('DATE_TIME')],
  ['dateTime', simple('DATE_TIME')],
  ['days and time duration', simple('DURATION')],
  ['dayTimeDuration', simple('DURATION')],
  ['years and months duration', simple('PERIOD')],
  ['yearMonthDuration', simple('PERIOD')],
  ['list', { kind: 'list', item: any }],
  ['context', { kind: 'context', entries: () => new Map() }],
  ['range', { kind: 'range', of: any }],
  ['function', { kind: 'function' }],
]);

/** A type of FEEL itself; versions before 1.2 wrote it with the prefix `feel`. */
export function simpleType(typeRef: string): DmnType | undefined {
  return types.get(typeRef.replace(/^feel[:.]/, ''));
}
