import { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { defaultTextOf } from '../options/configuration-page.ts';
import { environmentVariableOf, flagOf, yamlKeyOf } from '../options/option-name.ts';
import { resolveStartOptions } from '../options/resolve-start-options.ts';
import { type StartOption, type StartOptionValues, startOptionNames, startOptions } from '../options/start-options.ts';
import { holdYoungGeneration } from '../start/young-generation.ts';
import type { CommandFactory } from './command-factory.ts';

export const start: CommandFactory = (context) => {
  const command = new Command('start').description(
    'Starts a server: engine, gateway and storage in one process. A value is taken from the flag, else from the environment variable, else from the configuration file.',
  );
  for (const name of startOptionNames) addFlag(command, name, startOptions[name]);
  return command
    .option(
      '--config <FILE>',
      `YAML file with these options, keys in camel case (env: ${environmentVariableOf('config')})`,
    )
    .action(async (flags: FlagValues) => {
      const options = await readOptions(context, flags);
      holdYoungGeneration();
      // Loaded only now: the other commands need none of the server and answer sooner without it.
      const { runServer } = await import('../start/run-server.ts');
      await runServer(context, options);
    });
};

/** By the camel-case names that Commander makes of flags, which are the YAML keys. */
type FlagValues = Readonly<Record<string, unknown>> & { readonly config?: string };

function addFlag(command: Command, name: string, option: StartOption<unknown>): void {
  const { placeholder, isList } = option.kind;
  const flag = placeholder === undefined ? flagOf(name) : `${flagOf(name)} <${placeholder}>`;
  const description = `${option.description} (env: ${environmentVariableOf(name)}, default: ${defaultTextOf(option).replaceAll('`', '')})`;
  if (isList) {
    command.option(flag, description, (value: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      value,
    ]);
  } else {
    command.option(flag, description);
  }
}

async function readOptions({ environment }: CliContext, flags: FlagValues): Promise<StartOptionValues> {
  const configPath = flags.config ?? environment[environmentVariableOf('config')];
  return resolveStartOptions({
    flags: Object.fromEntries(startOptionNames.map((name) => [name, flags[yamlKeyOf(name)]])),
    environment,
    file: configPath === undefined ? undefined : { path: configPath, content: await readFile(configPath) },
  });
}

/** Most servers start without such a file, and the YAML parser is 72 modules. */
async function readFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { readConfigurationFile } = await import('../options/read-configuration-file.ts');
  return readConfigurationFile(path);
}
