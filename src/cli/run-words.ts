/** How runs of a command are spoken of. */
export interface RunWords {
  /** What it takes one at a time. */
  item: string;
  /** What one of them comes to, with what was done about it: `article written`. Absent where successes are told bare. */
  result?: { noun: string; done: string };
  /** Whether it writes files into the output folder. */
  fillsFolder: boolean;
  /** The command that goes on with a run, without its name. */
  resume: string;
}

const ARTICLES: RunWords = {
  item: 'keyword',
  result: { noun: 'article', done: 'written' },
  fillsFolder: true,
  resume: 'seo-content batch --resume',
};

const WORDS: Readonly<Record<string, RunWords>> = {
  'extract --discover': { item: 'sample', fillsFolder: false, resume: 'seo-content runs resume' },
  extract: { item: 'item', fillsFolder: false, resume: 'seo-content extract --resume' },
  'research openalex': {
    item: 'batch',
    fillsFolder: false,
    resume: 'seo-content research openalex --resume',
  },
  'library add': {
    item: 'document',
    result: { noun: 'document', done: 'added' },
    fillsFolder: false,
    resume: 'seo-content runs resume',
  },
};

/** The words for runs of a command. */
export function runWords(command: string): RunWords {
  return WORDS[command] ?? ARTICLES;
}
