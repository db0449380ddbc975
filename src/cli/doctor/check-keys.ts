import type { LoadedSettings } from '../../config/load-settings.ts';
import { describeOrigin } from '../../config/origin.ts';
import { findShortages, type Need } from '../../config/rules.ts';
import { maskKey } from '../../config/secrets.ts';
import type { ResearchName } from '../../config/settings.ts';
import type { Check } from './check.ts';

interface KeyUse {
  name: 'TAVILY_API_KEY' | 'OPENAI_API_KEY' | 'OPENALEX_API_KEY';
  need: Need;
  setting: 'research' | 'writer';
  withoutIt: string;
  remedy: string;
  /** Said of it only where the research is done there. */
  onlyFor?: ResearchName;
}

const USES: readonly KeyUse[] = [
  {
    name: 'TAVILY_API_KEY',
    need: 'research',
    setting: 'research',
    withoutIt: 'research is done in the library',
    remedy: 'Set TAVILY_API_KEY to research on the web: https://app.tavily.com.',
  },
  {
    name: 'OPENALEX_API_KEY',
    need: 'research',
    setting: 'research',
    withoutIt: 'OpenAlex takes 10 requests a second and few a day',
    remedy: 'Get a free key from OpenAlex and set OPENALEX_API_KEY: https://openalex.org.',
    onlyFor: 'openalex',
  },
  {
    name: 'OPENAI_API_KEY',
    need: 'writing',
    setting: 'writer',
    withoutIt: 'articles are built of sentences of the sources',
    remedy:
      'Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, to write with a model.',
  },
];

/** Whether each key is there, and what its absence means for these settings. */
export function checkKeys(loaded: LoadedSettings): Check[] {
  const { research } = loaded.settings;
  const uses = USES.filter(({ onlyFor }) => onlyFor === undefined || research.includes(onlyFor));
  return uses.map((use) => ({ name: use.name, ...checkKey(use, loaded) }));
}

function checkKey(use: KeyUse, loaded: LoadedSettings): Omit<Check, 'name'> {
  const { settings, secrets, origins } = loaded;
  const key = {
    TAVILY_API_KEY: secrets.tavilyApiKey,
    OPENAI_API_KEY: secrets.openaiApiKey,
    OPENALEX_API_KEY: secrets.openalexApiKey,
  }[use.name];
  if (key !== undefined) {
    return {
      status: 'ok',
      message: `${maskKey(key)}, from ${origins.get(use.name)?.kind ?? 'environment'}`,
    };
  }
  const shortage = findShortages(settings, secrets, origins, [use.need]).find(
    ({ lacks }) => lacks === use.name,
  );
  if (shortage !== undefined) {
    return {
      status: 'failed',
      message: shortage.text,
      code: 'CONFIG_INVALID',
      ...(shortage.suggestion === undefined ? {} : { remedy: shortage.suggestion }),
    };
  }
  const origin = origins.get(use.setting);
  if (use.onlyFor === undefined && origin !== undefined && origin.kind !== 'default') {
    return {
      status: 'ok',
      message: `not set, and not needed (${use.setting}: ${describeOrigin(origin)})`,
    };
  }
  if (use.setting === 'writer' && settings.writer === 'openai') {
    return {
      status: 'ok',
      message: `not set; ${settings.openai.baseUrl ?? 'the server'} is asked without a key`,
    };
  }
  return { status: 'warning', message: `not set: ${use.withoutIt}`, remedy: use.remedy };
}
