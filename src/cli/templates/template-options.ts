import { articleTemplatesDirectory } from '../../config/article-templates-directory.ts';
import { loadSettings } from '../../config/load-settings.ts';
import { sourceDate } from '../../config/source-date.ts';
import { AppError } from '../../core/errors.ts';
import { cleanKeyword, MAXIMUM_KEYWORD_CHARACTERS } from '../../core/normalise-keyword.ts';
import type { TemplateFolders } from '../../writing/read-template-file.ts';
import type { TrialOptions } from './try-template.ts';

/** A plain subject: what the questions of templates are made for. */
const EXAMPLE_KEYWORD = 'garden sheds';

/**
 * Where templates are looked for from a folder, and the keyword that they are tried on.
 * @throws AppError `USAGE` for a keyword that is none, `CONFIG_INVALID` for settings that cannot be read.
 */
export async function templateOptions(
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
  text: string = EXAMPLE_KEYWORD,
): Promise<TemplateFolders & TrialOptions> {
  const keyword = cleanKeyword(text);
  if (keyword === '') throw new AppError('USAGE', '--keyword names no keyword.');
  if ([...keyword].length > MAXIMUM_KEYWORD_CHARACTERS) {
    throw new AppError(
      'USAGE',
      `--keyword may have ${MAXIMUM_KEYWORD_CHARACTERS} characters at most.`,
    );
  }
  const { baseDirectory, settings } = await loadSettings({ cwd, environment, needs: [] });
  return {
    templatesDirectory: articleTemplatesDirectory(),
    baseDirectory,
    keyword,
    language: settings.language,
    year: (sourceDate(environment) ?? new Date()).getUTCFullYear(),
  };
}
