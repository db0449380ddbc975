import { join } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import { packageRoot } from '../../config/package-root.ts';
import type { ModelTools } from '../../extraction/extract-by-model.ts';
import type { Gateway } from '../../providers/call.ts';
import { connectModel } from '../connect-model.ts';

/** The model that the settings name, with the questions that extraction asks it. */
export async function modelTools(options: {
  loaded: LoadedSettings;
  gateway: Gateway;
}): Promise<ModelTools> {
  const { loadExtractionPrompts } = await import('../../extraction/model/extraction-prompts.ts');
  const { fanOut, openai } = options.loaded.settings;
  return {
    model: await connectModel({ ...options, dryRun: false }),
    prompts: loadExtractionPrompts(join(packageRoot(), 'templates', 'prompts')),
    maxOutputTokens: openai.maxOutputTokens,
    fanOut,
  };
}
