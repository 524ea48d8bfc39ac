import type { Entity, Field, NamedField } from '../entity.ts';

/** A row as the database gives it: selected columns in order. */
export type ResultRow = readonly unknown[];

/** Makes JSON of rows whose columns are these fields, in order. */
export function resultRenderer(fields: readonly NamedField[]): (row: ResultRow) => string {
  const members = fields.map(([name, field], index) => {
    const prefix = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    const render = renderers[field.type];
    return (row: ResultRow) => {
      const value = row[index];
      return prefix + (value === null || value === undefined ? 'null' : render(value));
    };
  });
  return (row) => {
    let json = '';
    for (const member of members) json += member(row);
    return `${json}}`;
  };
}

/** What a search shows of an entity. */
export function resultFields(entity: Entity): readonly NamedField[] {
  return Object.entries(entity.fields).filter(([, field]) => field.isInResult);
}

/** What a get by its key shows of an entity. */
export function getFields(entity: Entity): readonly NamedField[] {
  return Object.entries(entity.fields).filter(([, field]) => field.isInGet);
}

const renderers: Readonly<Record<Field['type'], (value: unknown) => string>> = {
  key: (value) => `"${value as string}"`,
  text: (value) => JSON.stringify(value),
  enum: (value) => JSON.stringify(value),
  integer: (value) => String(value),
  long: (value) => String(value),
  boolean: (value) => (Number(value) === 1 ? 'true' : 'false'),
  dateTime: (value) => dateTimeJson(Number(value)),
  json: (value) => value as string,
  count: countJson,
};

/** @param value `count milliseconds`, 0 milliseconds for never. */
export function countJson(value: unknown): string {
  const [count = '0', ms = '0'] = String(value).split(' ');
  return `{"count":${count},"lastUpdatedAt":${ms === '0' ? 'null' : dateTimeJson(Number(ms))}}`;
}

/** Milliseconds as RFC 3339 in UTC. */
export function dateTimeJson(ms: number): string {
  return `"${new Date(ms).toISOString()}"`;
}
