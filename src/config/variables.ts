import type { Layer } from './layer.ts';
import { setAt } from './setting-paths.ts';

/** The variables that the program reads; all others are none of its business. */
export const KEY_NAMES = [
  'TAVILY_API_KEY',
  'OPENAI_API_KEY',
  'OPENALEX_API_KEY',
  'WORDPRESS_APPLICATION_PASSWORD',
  'GHOST_ADMIN_API_KEY',
] as const;
const SETTING_VARIABLES = {
  TAVILY_API_BASE_URL: 'tavily.apiBaseUrl',
  OPENAI_BASE_URL: 'openai.baseUrl',
  OPENAI_MODEL: 'openai.model',
  OPENAI_EMBEDDING_MODEL: 'openai.embeddingModel',
  OPENALEX_BASE_URL: 'openalex.baseUrl',
  OPENALEX_MAILTO: 'openalex.mailto',
  SEARXNG_BASE_URL: 'searxng.baseUrl',
  WORDPRESS_URL: 'wordpress.url',
  WORDPRESS_USER: 'wordpress.user',
  GHOST_URL: 'ghost.url',
} as const;

export type KeyName = (typeof KEY_NAMES)[number];
type VariableName = KeyName | keyof typeof SETTING_VARIABLES;

interface Variable {
  value: string;
  kind: 'environment' | '.env';
}
export type Variables = Partial<Record<VariableName, Variable>>;

/**
 * The variables in force. The real environment wins over `.env`, even with an empty value:
 * that is how a key is switched off for one run. Blank values then count as not set.
 */
export function readVariables(
  environment: Readonly<Record<string, string | undefined>>,
  dotenv: Readonly<Record<string, string | undefined>>,
): Variables {
  const variables: Variables = {};
  for (const name of [...KEY_NAMES, ...(Object.keys(SETTING_VARIABLES) as VariableName[])]) {
    const kind = environment[name] === undefined ? '.env' : 'environment';
    const value = environment[name] ?? dotenv[name] ?? '';
    if (value.trim() !== '') variables[name] = { value, kind };
  }
  return variables;
}

/** The settings that variables stand for. */
export function environmentLayer(variables: Variables): Layer {
  const values: Record<string, unknown> = {};
  const names = new Map<string, VariableName>();
  for (const [name, path] of Object.entries(SETTING_VARIABLES)) {
    const variable = variables[name as VariableName];
    if (variable === undefined) continue;
    setAt(values, path, variable.value.trim());
    names.set(path, name as VariableName);
  }
  return {
    values,
    originOf: (path) => {
      const name = names.get(path);
      const variable = name === undefined ? undefined : variables[name];
      return { kind: variable?.kind ?? 'environment', name: name ?? path };
    },
  };
}

/** The key in a variable; when it cannot be one, that is reported without its value. */
export function readKey(
  name: KeyName,
  variables: Variables,
  report: (problem: string) => void,
): string | undefined {
  const variable = variables[name];
  if (variable === undefined) return undefined;
  // WordPress shows its passwords in groups of four, and takes them with the blanks or without.
  const isInGroups = name === 'WORDPRESS_APPLICATION_PASSWORD';
  const key = isInGroups ? variable.value.replaceAll(/[ \u00A0]/g, '') : variable.value;
  const wrong = whatIsWrong(key) ?? (name === 'GHOST_ADMIN_API_KEY' ? notOfGhost(key) : undefined);
  if (wrong === undefined) return key;
  report(`${name} (${variable.kind}): ${wrong}`);
  return undefined;
}

function whatIsWrong(key: string): string | undefined {
  if (/[\r\n]/.test(key)) return 'the key holds a line break; set it again without it';
  if (/\s/.test(key)) return 'the key holds a space; set it again without it';
  if (/["'`]/.test(key)) return 'the key holds quotation marks; set it again without them';
  if (!/^[\x21-\x7e]+$/.test(key)) return 'the key holds characters that no key has; copy it again';
  return key.length > 1_000 ? 'the key is longer than 1000 characters; copy it again' : undefined;
}

function notOfGhost(key: string): string | undefined {
  if (/^[0-9a-f]{24}:[0-9a-f]{64}$/i.test(key)) return undefined;
  return 'is no Admin API key (24 hexadecimal digits, a colon, 64 more); the Content API key does not serve';
}
