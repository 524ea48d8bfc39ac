import { base64Text } from '../encoding/base64.ts';
import type { RecordValue } from '../record-value.ts';
import type { ValueType } from '../value-type.ts';
import { type FieldTable, fieldsOf } from './record-fields.ts';

/** A record's value in Camunda's spelling. */
export function jsonOfValue(valueType: ValueType, value: RecordValue): string {
  return jsonOfObject(value, fieldsOf(valueType), value);
}

function jsonOfObject(object: object, table: FieldTable, value: RecordValue): string {
  let json = '';
  // Plain data has no inherited names; listing the entries first would take twice the time.
  for (const name in object) {
    const field = table.get(name);
    if (field?.isInternal) continue;
    const fieldValue = (object as Readonly<Record<string, unknown>>)[name];
    // JSON knows no undefined: what is absent is left out.
    if (fieldValue === undefined) continue;
    const text = field?.json?.(fieldValue, value) ?? jsonOf(fieldValue, table, value);
    // Names are ours, so none needs escaping.
    json += `${json === '' ? '' : ','}"${field?.name ?? name}":${text}`;
  }
  return `{${json}}`;
}

function jsonOf(fieldValue: unknown, table: FieldTable, value: RecordValue): string {
  if (typeof fieldValue === 'bigint' || typeof fieldValue === 'number') return String(fieldValue);
  if (typeof fieldValue !== 'object' || fieldValue === null) return JSON.stringify(fieldValue);
  if (fieldValue instanceof Uint8Array) return `"${base64Text(fieldValue)}"`;
  if (Array.isArray(fieldValue)) return `[${fieldValue.map((item) => jsonOf(item, table, value)).join()}]`;
  return jsonOfObject(fieldValue, table, value);
}
