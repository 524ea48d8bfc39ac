import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { CliError } from '../cli-error.ts';

/**
 * Reads a YAML file of options.
 * @returns its keys and values, not checked yet; none for an empty file.
 * @throws {CliError} INVALID_CONFIGURATION_FILE when it cannot be read, is no YAML or no mapping.
 */
export function readConfigurationFile(path: string): Readonly<Record<string, unknown>> {
  const content = parseYaml(path, readText(path));
  if (content === null || content === undefined) return {};
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new CliError(
      'INVALID_CONFIGURATION_FILE',
      `Expected ${path} to hold keys and values such as "restPort: 8080", but it holds ${Array.isArray(content) ? 'a list' : `a single ${typeof content}`}.`,
    );
  }
  return content as Record<string, unknown>;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CliError(
      'INVALID_CONFIGURATION_FILE',
      `Expected to read the configuration file ${path}, but that failed: ${messageOf(cause)}.`,
      { cause },
    );
  }
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new CliError('INVALID_CONFIGURATION_FILE', `Expected ${path} to be YAML, but: ${messageOf(cause)}`, {
      cause,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
