import { open, readdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { AppError } from '../core/errors.ts';

/** A template is a page of text; more is a mistake in the path. */
const LARGEST_TEMPLATE_BYTES = 64 * 1024;

export interface TemplateFolders {
  /** Where the named templates are: `<name>.md` each. */
  templatesDirectory: string;
  /** What a relative path counts from. */
  baseDirectory: string;
}

export interface TemplateFile {
  /** Absolute. */
  path: string;
  text: string;
}

/**
 * Reads the file of an article template by name (`guide`) or by path (`./my-template.md`; whatever has a folder or an
 * ending). What stands in it is not looked at.
 * @throws AppError `CONFIG_INVALID` for an unknown name, or a file that is too large or cannot be read.
 */
export async function readTemplateFile(
  nameOrPath: string,
  folders: TemplateFolders,
): Promise<TemplateFile> {
  const isPath = /[\\/]/u.test(nameOrPath) || extname(nameOrPath) !== '';
  if (!isPath && !/^[\p{L}\p{N}_-]+$/u.test(nameOrPath))
    throw await unknownName(nameOrPath, folders);
  const path = isPath
    ? resolve(folders.baseDirectory, nameOrPath)
    : join(folders.templatesDirectory, `${nameOrPath}.md`);
  const text = await readLimited(path).catch(async (cause: unknown) => {
    if (cause instanceof AppError) throw cause;
    if (!isPath) throw await unknownName(nameOrPath, folders);
    const reason =
      cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new AppError('CONFIG_INVALID', `Cannot read the article template ${path} (${reason}).`, {
      suggestions: [`Check the path, or use a shipped template: ${await knownNames(folders)}.`],
      cause,
    });
  });
  return { path, text };
}

async function readLimited(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(LARGEST_TEMPLATE_BYTES + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    if (bytesRead > LARGEST_TEMPLATE_BYTES) {
      throw new AppError(
        'CONFIG_INVALID',
        `The article template ${path} is larger than ${LARGEST_TEMPLATE_BYTES / 1024} KB.`,
        {
          suggestions: [
            'Name a template file: front matter and a page of instructions in Markdown.',
          ],
        },
      );
    }
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function unknownName(name: string, folders: TemplateFolders): Promise<AppError> {
  return new AppError(
    'CONFIG_INVALID',
    `There is no article template named “${name.slice(0, 80)}”.`,
    {
      suggestions: [
        `Use one of: ${await knownNames(folders)}.`,
        'Or give the path of a template file of your own.',
      ],
    },
  );
}

async function knownNames({ templatesDirectory }: TemplateFolders): Promise<string> {
  const files = await readdir(templatesDirectory).catch(() => []);
  const names = files.filter((file) => file.endsWith('.md')).map((file) => basename(file, '.md'));
  return names.toSorted().join(', ') || 'none found';
}
