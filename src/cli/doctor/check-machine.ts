import { runCheck, type Check } from './check.ts';

/** As `engines` in package.json says. */
const OLDEST = { major: 24, minor: 15 };

/** Whether this Node has all that the program stands on. */
export function checkMachine(nodeVersion: string): Promise<Check[]> {
  return Promise.all([
    runCheck('Node', () => checkNode(nodeVersion)),
    runCheck('Search index', checkFts),
  ]);
}

async function checkNode(version: string): Promise<Omit<Check, 'name'>> {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) {
    return { status: 'ok', message: version };
  }
  const needed = `${OLDEST.major}.${OLDEST.minor}`;
  return {
    status: 'failed',
    message: `${version} is too old; ${needed} or newer is needed`,
    remedy: 'Install it from https://nodejs.org, or with a version manager: nvm install 24.',
    code: 'CONFIG_INVALID',
  };
}

async function checkFts(): Promise<Omit<Check, 'name'>> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('CREATE VIRTUAL TABLE probe USING fts5(text)');
    return { status: 'ok', message: 'node:sqlite with full-text search' };
  } catch {
    return {
      status: 'failed',
      message: 'the SQLite of this Node has no full-text search (FTS5)',
      remedy: 'Use an official build of Node from https://nodejs.org.',
      code: 'CONFIG_INVALID',
    };
  } finally {
    database.close();
  }
}
