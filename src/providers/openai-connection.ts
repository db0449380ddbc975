import type { OpenAI } from 'openai';
import { loadOpenAi } from './openai-client.ts';
import { keyMissing, type ProviderIdentity, readBaseUrl, readKey } from './provider-identity.ts';

export interface OpenAiAccess {
  /** May be absent with a base URL of one's own: local servers want none. */
  apiKey: string | undefined;
  /** Default `https://api.openai.com/v1`; any OpenAI-compatible server. */
  baseUrl?: string | undefined;
  model: string;
  /** How long the next byte of an answer may take once it has begun, in milliseconds. */
  idleTimeoutMs: number;
}

export interface OpenAiConnection {
  /** Without a slash at its end. */
  baseUrl: string;
  identity: ProviderIdentity;
  /** The SDK's client, loaded once. */
  load: () => Promise<OpenAI>;
}

const DEFAULT_BASE_URL = 'https://api.openai.com/v1';
/** The SDK wants a key; servers that need none ignore it. */
const PLACEHOLDER_KEY = 'none';

/**
 * Where OpenAI or a compatible server is, and with what key; nothing is loaded or sent yet.
 * @param words How to do without OpenAI, as a sentence, and the setting that names the model.
 * @throws AppError `KEY_MISSING` without a key for OpenAI itself; `KEY_REJECTED` or `CONFIG_INVALID` for a key
 * or base URL that cannot be sent.
 */
export function connectOpenAi(
  access: OpenAiAccess,
  words: { remedy: string; modelSetting: string },
): OpenAiConnection {
  const baseUrl = readBaseUrl(access.baseUrl?.trim() || DEFAULT_BASE_URL, 'OPENAI_BASE_URL');
  const apiKey = readKey(access.apiKey, 'OPENAI_API_KEY');
  if (apiKey === undefined && baseUrl === DEFAULT_BASE_URL) {
    throw keyMissing('OpenAI', 'OPENAI_API_KEY', words.remedy);
  }
  let client: Promise<OpenAI> | undefined;
  return {
    baseUrl,
    identity: {
      label: baseUrl === DEFAULT_BASE_URL ? 'OpenAI' : 'The model server',
      keyVariable: 'OPENAI_API_KEY',
      baseUrlVariable: 'OPENAI_BASE_URL',
      baseUrl,
      keys: apiKey === undefined ? [] : [apiKey],
      model: access.model,
      modelSetting: words.modelSetting,
    },
    load: () => (client ??= loadOpenAi(apiKey ?? PLACEHOLDER_KEY, baseUrl, access.idleTimeoutMs)),
  };
}
