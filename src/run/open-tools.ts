import { hash } from 'node:crypto';
import type { LoadedSettings } from '../config/load-settings.ts';
import type { ArticleTools } from '../pipeline/article.ts';
import type { Gateway } from '../providers/call.ts';
import { researchNotes } from '../research/research-notes.ts';
import { createWriter } from './create-writer.ts';
import { openChecks } from './open-checks.ts';
import { openLinks } from './open-links.ts';
import { openOutput } from './open-output.ts';
import { openSearchProviders } from './open-search-providers.ts';
import type { RunPlan } from './plan-run.ts';
import { outlineInput, researchInput, writeInput } from './step-inputs.ts';

export interface ToolOptions {
  /** Its name. */
  run: string;
  /** Research only. */
  dryRun: boolean;
  loaded: LoadedSettings;
  plan: RunPlan;
  gateway: Gateway;
  signal: AbortSignal;
  cwd: string;
  /** The date that files tell. */
  today: () => Date;
  /** For people: what was found out on the way. */
  note: (text: string) => void;
}

/** Everything the steps need, made of the settings: searches, writer, file names. */
export async function openTools(
  options: ToolOptions,
): Promise<ArticleTools & { close: () => void }> {
  const { loaded, plan, today } = options;
  const { settings } = loaded;
  const searches = await openSearchProviders(options);
  const writer = await createWriter(options);
  const { researchItem } = await import('../pipeline/research-item.ts');
  return {
    ...(await openChecks(options, writer)),
    ...(await openOutput(options)),
    findLinks: await openLinks(loaded, plan),
    notesOn: ({ competesWith }, dossier) => [
      ...(competesWith === undefined ? [] : [`Competes with "${competesWith}" for searches.`]),
      ...researchNotes(dossier, settings.minSources),
    ],
    close: searches.close,
    writer,
    researchInput: (item, template) =>
      researchInput(item, template, {
        settings,
        language: plan.languageOf(item),
        places: searches.places,
        decidesOnGiven: searches.decidesOnGiven(item),
      }),
    outlineInput: (request) => outlineInput(request, writer),
    writeInput: (request) => writeInput(request, writer),
    templateOf: plan.templateOf,
    languageOf: plan.languageOf,
    research: (item, template, { calls, progress }) =>
      researchItem(
        item,
        {
          template,
          language: plan.languageOf(item),
          depth: settings.depth,
          searches: searches.providers,
          readPages: searches.readPages,
          sites: searches.sites,
          given: searches.given(item, calls),
          fanOut: settings.fanOut,
          maxSources: settings.maxSources,
          maxTokens: settings.maxSourceTokens,
          createdAt: today().toISOString(),
          hash: (text) => hash('sha256', text),
        },
        calls,
        progress,
      ),
  };
}
