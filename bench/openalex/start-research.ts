import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-program.ts';

export interface ResearchStart {
  /** Holds `ids.txt`; `works.jsonl` and the ledger come there. */
  folder: string;
  url: string;
  /** Without one the program keeps to the low rate. */
  key?: string;
  /** Beside those of every start. */
  args?: readonly string[];
}

export interface ResearchEnd {
  /** Null where it was killed. */
  exitCode: number | null;
  /** The whole process, milliseconds. */
  wallMs: number;
  /** Absent where it was killed. */
  cpuMs?: number;
  /** Peak resident memory. */
  peakMb?: number;
  stderr: string;
}

/** Starts the built program on the author ids of a folder, all their works to `works.jsonl`. */
export function startResearch({ folder, url, key, args = [] }: ResearchStart) {
  const output = ['--all', '--jsonl', '-o', 'works.jsonl'];
  const command = ['research', 'openalex', '--ids-from', 'ids.txt', ...output];
  const resources = join(folder, 'resources.json');
  const { OPENALEX_API_KEY: _ownKey, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [
      '--import',
      join(root, 'bench', 'report-resources.js'),
      join(root, 'bin', 'run.js'),
      ...command,
      ...args,
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...environment,
        CI: '',
        OPENALEX_BASE_URL: url,
        ...(key === undefined ? {} : { OPENALEX_API_KEY: key }),
        RESOURCES_FILE: resources,
      },
    },
  );
  const startedAt = performance.now();
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const ended = once(child, 'close').then(([exitCode, signal]): ResearchEnd => {
    const wallMs = performance.now() - startedAt;
    const usage = signal === null ? JSON.parse(readFileSync(resources, 'utf8')) : {};
    return { ...usage, exitCode: exitCode as number | null, wallMs, stderr };
  });
  return { ended, kill: () => child.kill('SIGKILL') };
}

/** @throws Error with what the program said, where it did not succeed. */
export async function runResearch(start: ResearchStart): Promise<Required<ResearchEnd>> {
  const end = await startResearch(start).ended;
  if (end.exitCode !== 0) throw new Error(`exit code ${end.exitCode}:\n${end.stderr}`);
  return end as Required<ResearchEnd>;
}
