/** Prefix of every environment variable the command reads. */
export const ENVIRONMENT_PREFIX = 'WAGGLE_';

/** `rest-port` → `--rest-port`. */
export function flagOf(name: string): string {
  return `--${name}`;
}

/** `rest-port` → `WAGGLE_REST_PORT`. */
export function environmentVariableOf(name: string): string {
  return `${ENVIRONMENT_PREFIX}${name.replaceAll('-', '_').toUpperCase()}`;
}

/** `rest-port` → `restPort`. */
export function yamlKeyOf(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
