import { createRequire, Module } from 'node:module';
import { type AxiosLike, tapTransport } from './transport.ts';

type TavilySdk = typeof import('@tavily/core');

let sdk: TavilySdk | undefined;

/**
 * Loads the SDK and taps the axios instance below it.
 * Both are loaded with `require`, axios from where the SDK itself would load it: that is the one way to
 * get the very instance that the SDK calls, whatever package manager laid out the folders.
 */
export function loadTavily(): TavilySdk {
  if (sdk !== undefined) return sdk;
  const require = createRequire(import.meta.url);
  const sdkRequire = createRequire(require.resolve('@tavily/core'));
  const restoreTokenizer = deferTokenizer(sdkRequire);
  const loaded = require('@tavily/core') as TavilySdk;
  restoreTokenizer();
  tapTransport(sdkRequire('axios') as AxiosLike);
  sdk = loaded;
  return loaded;
}

/**
 * The SDK loads a tokenizer with 5 MB of tables, a fifth of the program's memory, for `searchContext` alone, which is
 * not called here. It gets one that loads when it is used; the function it returns clears the place again.
 */
function deferTokenizer(sdkRequire: NodeJS.Require): () => void {
  const path = resolvable(sdkRequire, 'js-tiktoken');
  if (path === undefined || sdkRequire.cache[path] !== undefined) return () => undefined;
  const placeholder = new Module(path);
  placeholder.loaded = true;
  placeholder.exports = {
    encodingForModel: (name: string): unknown => sdkRequire('js-tiktoken').encodingForModel(name),
  };
  sdkRequire.cache[path] = placeholder;
  return () => {
    delete sdkRequire.cache[path];
  };
}

function resolvable(from: NodeJS.Require, name: string): string | undefined {
  try {
    return from.resolve(name);
  } catch {
    return undefined;
  }
}
