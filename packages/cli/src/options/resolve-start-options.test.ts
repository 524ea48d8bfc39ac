import { expect, test } from 'vitest';
import { environmentVariableOf, yamlKeyOf } from './option-name.ts';
import { type OptionSources, resolveStartOptions } from './resolve-start-options.ts';
import { type StartOption, type StartOptionName, startOptionNames, startOptions } from './start-options.ts';

const nothing: OptionSources = { flags: {}, environment: {}, file: undefined };
const file = (content: Record<string, unknown>) => ({ path: 'waggle.yaml', content });

test('should take the default when nothing is given', () => {
  const values = resolveStartOptions(nothing);
  expect(values['rest-port']).toBe(8080);
  expect(values['in-memory']).toBe(false);
});

test('should prefer the flag to the environment, the environment to the file and the file to the default', () => {
  // given
  const sources: OptionSources = {
    flags: { 'rest-port': '1' },
    environment: { WAGGLE_REST_PORT: '2', WAGGLE_GRPC_PORT: '2' },
    file: file({ restPort: 3, grpcPort: 3, managementPort: 3 }),
  };

  // when
  const values = resolveStartOptions(sources);

  // then
  expect(values).toMatchObject({ 'rest-port': 1, 'grpc-port': 2, 'management-port': 3, partitions: 1 });
});

/** As people write it: durations are not numbers, and lists are empty by default. */
function textOf(name: StartOptionName): string {
  const { default: value, defaultText } = startOptions[name] as StartOption<unknown>;
  if (name === 'exporter-arg') return 'json-lines.flush=1';
  if (Array.isArray(value)) return 'json-lines=records.jsonl';
  return name.endsWith('-ttl') ? String(defaultText).replaceAll('`', '') : String(value);
}

test.each(startOptionNames)('should read the default of --%s back from the environment and from YAML', (name) => {
  // given
  const option = startOptions[name];
  const text = textOf(name);
  const expected = Array.isArray(option.default) ? [text] : option.default;
  const yaml = Array.isArray(option.default) ? [text] : name.endsWith('-ttl') ? text : option.default;

  // then
  expect(resolveStartOptions({ ...nothing, environment: { [environmentVariableOf(name)]: text } })[name]).toEqual(
    expected,
  );
  expect(resolveStartOptions({ ...nothing, file: file({ [yamlKeyOf(name)]: yaml }) })[name]).toEqual(expected);
});

test.each([
  [
    { flags: { 'rest-port': '80x' } },
    'Expected --rest-port to be a port number from 0 to 65535 (0 = any free port), but it is "80x".',
  ],
  [{ flags: { partitions: '0' } }, 'Expected --partitions to be a whole number from 1 to 64, but it is "0".'],
  [
    { environment: { WAGGLE_LOG_LEVEL: 'loud' } },
    'Expected environment variable WAGGLE_LOG_LEVEL to be one of trace, debug, info, warn, error, but it is "loud".',
  ],
  [{ file: file({ inMemory: 'yes' }) }, 'Expected inMemory in waggle.yaml to be true or false, but it is "yes".'],
  [{ flags: { exporter: ['kafka=x'] } }, 'Expected --exporter to be KIND=TARGET with a kind in (json-lines'],
])('should refuse an invalid value and name what to change: %o', (sources: Partial<OptionSources>, message) => {
  expect(() => resolveStartOptions({ ...nothing, ...sources })).toThrow(message);
});

test.each(['sqlite', 'none', 'postgres://waggle:secret@db.example.com:5432/waggle?sslmode=verify-full'])(
  'should take %s as database',
  (database) => {
    expect(resolveStartOptions({ ...nothing, environment: { WAGGLE_DATABASE: database } }).database).toBe(database);
  },
);

test.each(['postgre://waggle:secret@localhost/waggle', 'postgres://waggle:sec ret@localhost/waggle', 'mysql'])(
  'should refuse %s as database without showing it',
  (database) => {
    const resolve = () => resolveStartOptions({ ...nothing, flags: { database } });
    expect(resolve).toThrow(
      'Expected --database to be sqlite, none, or a URL such as postgres://user@host:5432/database, but it is another text',
    );
    expect(resolve).not.toThrow(/secret|sec ret/);
  },
);

test('should refuse an invalid value in the file although a flag hides it', () => {
  expect(() => resolveStartOptions({ ...nothing, flags: { 'rest-port': '1' }, file: file({ restPort: 'x' }) })).toThrow(
    'restPort in waggle.yaml',
  );
});

test('should refuse unknown keys of the file and list the known ones', () => {
  expect(() => resolveStartOptions({ ...nothing, file: file({ 'rest-port': 1 }) })).toThrow(
    /^Expected only known keys in waggle.yaml, but found rest-port. Known keys: data, inMemory, .*restPort/,
  );
});
