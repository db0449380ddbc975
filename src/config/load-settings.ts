import { join, resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import { findConfigFile } from './find-config-file.ts';
import { flagLayer, type SettingFlags } from './flag-layer.ts';
import { checkLayer, type Layer } from './layer.ts';
import { mergeLayers, type MergedSettings } from './merge-layers.ts';
import type { Origin } from './origin.ts';
import { readConfigFile } from './read-config-file.ts';
import { readDotenv } from './read-dotenv.ts';
import { findContradictions, findIdleFlags } from './find-contradictions.ts';
import { findShortages, type Need, type Problem } from './rules.ts';
import type { Secrets } from './secrets.ts';
import { surroundingsOf } from './surroundings-of.ts';
import {
  KEY_NAMES,
  environmentLayer,
  readKey,
  readVariables,
  type KeyName,
  type Variables,
} from './variables.ts';

export interface LoadOptions {
  /** Where the configuration and `.env` are looked for, and where relative paths count from. */
  cwd: string;
  /** As the command line gave them; flags that are no settings are ignored. */
  flags?: SettingFlags;
  environment: Readonly<Record<string, string | undefined>>;
  /**
   * The settings of an earlier run, by its name: they hold instead of environment and file. Keys, and what the file says
   * of providers and plans, are those of today.
   */
  snapshot?: { run: string; settings: unknown };
  /** What the command will do: keys are demanded only for that. Default: all. */
  needs?: readonly Need[];
}

/** Beside the settings' paths, `origins` knows the names of the keys that are set, such as `OPENAI_API_KEY`. */
export interface LoadedSettings extends MergedSettings {
  secrets: Secrets;
  configPath?: string;
  /** The folder of the configuration, else the working directory. Absolute. */
  baseDirectory: string;
  /** Where the program keeps its state. Absolute; may not exist yet. */
  stateDirectory: string;
}

/** A layer with the name of its file, where it has one. */
type FileLayer = Layer & { name?: string };

/**
 * The settings in force: flags over environment over `.env` over the configuration file over defaults.
 * Nothing is spent or written.
 * @throws AppError `CONFIG_INVALID` with every problem that was found.
 */
export async function loadSettings(options: LoadOptions): Promise<LoadedSettings> {
  const baseDirectory = resolve(options.cwd);
  const problems: Problem[] = [];
  const add = (text: string) => problems.push({ text });
  const dotenv = await readDotenv(join(baseDirectory, '.env'), add);
  const variables = readVariables(options.environment, dotenv);
  const secrets = readSecrets(variables, add);
  const { snapshot } = options;
  const file = await readFileLayer(baseDirectory, problems);
  const layers = [flagLayer(options.flags ?? {})];
  if (snapshot === undefined) layers.push(environmentLayer(variables));
  if (file !== undefined) layers.push(snapshot === undefined ? file : surroundingsOf(file));
  if (snapshot !== undefined) layers.push(runLayer(snapshot));
  const checked = layers.map((layer) => checkLayer(layer, add));
  throwIfAny(problems);

  const merged = mergeLayers(checked, secrets, baseDirectory);
  const needs = options.needs ?? ['research', 'writing', 'publishing'];
  throwIfAny([
    ...findShortages(merged.settings, secrets, merged.origins, needs),
    ...(needs.includes('research') ? findIdleFlags(merged.settings, merged.origins) : []),
    ...(needs.includes('writing') ? findContradictions(merged.settings, merged.origins) : []),
  ]);
  return {
    settings: merged.settings,
    origins: new Map([...merged.origins, ...keyOrigins(variables)]),
    secrets,
    ...(file?.name === undefined ? {} : { configPath: join(baseDirectory, file.name) }),
    baseDirectory,
    stateDirectory: join(baseDirectory, '.seo-content'),
  };
}

function runLayer({ run, settings }: { run: string; settings: unknown }): Layer {
  return { values: settings, originOf: () => ({ kind: 'run', name: `run ${run}` }) };
}

async function readFileLayer(
  directory: string,
  problems: Problem[],
): Promise<FileLayer | undefined> {
  try {
    const name = await findConfigFile(directory);
    if (name === undefined) return undefined;
    const values = await readConfigFile(directory, name);
    return { name, values, originOf: () => ({ kind: 'file', name }) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [suggestion] = error.suggestions;
    problems.push({ text: error.message, ...(suggestion === undefined ? {} : { suggestion }) });
    return undefined;
  }
}

function readSecrets(variables: Variables, report: (problem: string) => void): Secrets {
  const key = (name: KeyName) => readKey(name, variables, report);
  const tavilyApiKey = key('TAVILY_API_KEY');
  const openaiApiKey = key('OPENAI_API_KEY');
  const openalexApiKey = key('OPENALEX_API_KEY');
  const wordpressPassword = key('WORDPRESS_APPLICATION_PASSWORD');
  const ghostAdminKey = key('GHOST_ADMIN_API_KEY');
  return {
    ...(tavilyApiKey === undefined ? {} : { tavilyApiKey }),
    ...(openaiApiKey === undefined ? {} : { openaiApiKey }),
    ...(openalexApiKey === undefined ? {} : { openalexApiKey }),
    ...(wordpressPassword === undefined ? {} : { wordpressPassword }),
    ...(ghostAdminKey === undefined ? {} : { ghostAdminKey }),
  };
}

function keyOrigins(variables: Variables): [string, Origin][] {
  return KEY_NAMES.flatMap((name): [string, Origin][] => {
    const variable = variables[name];
    return variable === undefined ? [] : [[name, { kind: variable.kind, name }]];
  });
}

function throwIfAny(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const texts = problems.map(({ text }) => text.replace(/\.$/, ''));
  const message =
    problems.length === 1
      ? `${texts.join()}.`
      : `There are ${problems.length} problems in the configuration:\n${texts.map((text) => `  - ${text}`).join('\n')}`;
  const suggestions = problems.flatMap(({ suggestion }) => suggestion ?? []);
  throw new AppError('CONFIG_INVALID', message, { suggestions });
}
