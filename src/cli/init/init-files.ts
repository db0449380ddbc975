import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.ts';
import type { InitFile } from './plan-init.ts';

const FILES: readonly (Omit<InitFile, 'content'> & { template: string })[] = [
  {
    path: 'seo-content.config.ts',
    template: 'seo-content.config.ts',
    purpose: 'the settings, each explained',
  },
  { path: '.env.example', template: 'env.example', purpose: 'the keys to put into .env' },
  {
    path: '.github/workflows/content.yml',
    template: 'content.yml',
    purpose: 'a batch every night on GitHub Actions',
  },
  {
    path: 'keywords.csv',
    template: 'keywords.csv',
    purpose: 'keywords to begin with',
    isData: true,
  },
];

/** The files that `init` offers, for a version of the program. */
export function initFiles(version: string): Promise<InitFile[]> {
  return Promise.all(
    FILES.map(async ({ template, ...file }) => {
      const text = await readFile(join(packageRoot(), 'templates', 'init', template), 'utf8');
      return { ...file, content: text.replaceAll('@@version@@', version) };
    }),
  );
}
