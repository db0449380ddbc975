/** A file that `init` can write. */
export interface InitFile {
  /** Relative to the folder, with forward slashes. */
  path: string;
  content: string;
  /** What it is for, in a few words. */
  purpose: string;
  /** Holds work of the user: never overwritten. */
  isData?: boolean;
}

/** What `init` finds in the folder. */
export interface InitFolder {
  /** Those of the files' paths that are taken. */
  taken: ReadonlySet<string>;
  /** Configuration files of any format. */
  configFiles: readonly string[];
  /** Text of `.gitignore`, where there is one. */
  gitignore?: string;
  /** Whether the folder lies in a Git repository. */
  isRepository: boolean;
}

export interface InitAction {
  path: string;
  kind: 'written' | 'overwritten' | 'extended' | 'kept';
  /** What is to be written; absent when the file is kept. */
  content?: string;
  /** Why it is kept, or what the file is for. */
  note: string;
}

const CONFIG_PATH = 'seo-content.config.ts';
/** State and keys, with the ways in which a `.gitignore` may name them already. */
const IGNORED: readonly { line: string; same: readonly string[] }[] = [
  {
    line: '.seo-content/',
    same: ['.seo-content/', '.seo-content', '/.seo-content/', '/.seo-content'],
  },
  { line: '.env', same: ['.env', '/.env', '.env*', '*.env'] },
];

/** What `init` does to a folder, file by file; writes nothing itself. */
export function planInit(
  files: readonly InitFile[],
  folder: InitFolder,
  options: { force: boolean },
): InitAction[] {
  const actions = files.map((file) => planFile(file, folder, options.force));
  const ignored = planGitignore(folder);
  return ignored === undefined ? actions : [...actions, ignored];
}

function planFile(file: InitFile, folder: InitFolder, force: boolean): InitAction {
  const { path, content, purpose } = file;
  const otherConfig = folder.configFiles.find((name) => name !== CONFIG_PATH);
  if (path === CONFIG_PATH && otherConfig !== undefined) {
    return { path, kind: 'kept', note: `not written: ${otherConfig} is the configuration here` };
  }
  if (!folder.taken.has(path)) return { path, kind: 'written', content, note: purpose };
  if (file.isData) return { path, kind: 'kept', note: 'already there, and yours' };
  if (!force) return { path, kind: 'kept', note: 'already there; --force overwrites it' };
  return { path, kind: 'overwritten', content, note: purpose };
}

function planGitignore({ gitignore, isRepository }: InitFolder): InitAction | undefined {
  if (gitignore === undefined && !isRepository) return undefined;
  const path = '.gitignore';
  const text = gitignore ?? '';
  // Written back as UTF-8 it would lose what it holds in another encoding.
  if (text.includes('\ufffd')) {
    return { path, kind: 'kept', note: 'not UTF-8 text; add .seo-content/ and .env to it' };
  }
  const present = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const missing = IGNORED.filter(({ same }) => !same.some((line) => present.has(line))).map(
    ({ line }) => line,
  );
  if (missing.length === 0) return { path, kind: 'kept', note: 'names state and keys already' };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? text : `${text}${newline}`;
  const content = `${start}${missing.map((line) => `${line}${newline}`).join('')}`;
  const note = `keeps ${missing.join(' and ')} out of the repository`;
  return { path, kind: gitignore === undefined ? 'written' : 'extended', content, note };
}
