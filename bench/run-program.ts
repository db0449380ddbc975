import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Loopback {
  tavilyUrl: string;
  openaiUrl: string;
  tavilyKey: string;
  openaiKey: string;
  stop: () => void;
}

/** Starts the loopback server as a process of its own, so that it does not share a core's time with what is measured. */
export async function startLoopback(
  searchMs: number,
  chatMs: number,
  /** By how much of itself a latency differs. */
  spread = 0,
): Promise<Loopback> {
  const script = join(root, 'test', 'support', 'loopback', 'main.ts');
  const args = [
    script,
    `--latency-search=${searchMs}`,
    `--latency-chat=${chatMs}`,
    `--latency-spread=${spread}`,
  ];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) => {
    server.stdout.once('data', (data: Buffer) => resolve(data.toString()));
  });
  return { ...JSON.parse(line), stop: () => server.kill() };
}

export interface ProgramRun {
  /** The whole process, start-up included; milliseconds. */
  wallMs: number;
  /** From the first keyword's start to the end of the last, as the program itself tells; 0 on a terminal. */
  runMs: number;
  /** Processor time of the program, milliseconds. */
  cpuMs: number;
  /** Peak resident memory, MB. */
  peakMb: number;
}

/** Runs a batch of keywords, with limits that do not bind; on a pseudo-terminal if asked. */
export function runProgram(
  server: Loopback,
  keywords: number,
  args: readonly string[],
  options: { tty?: boolean } = {},
): Promise<ProgramRun> {
  const list = Array.from({ length: keywords }, (_, index) => `keyword number ${index}`);
  const files = { 'keywords.txt': list.join('\n') };
  const command = ['batch', '--from-file', 'keywords.txt', ...args];
  return runBuilt(server, { files, command, items: keywords, ...options });
}

/** Runs the built program in an empty folder with these files; every item has to succeed. */
export async function runBuilt(
  server: Loopback,
  options: {
    files: Readonly<Record<string, string>>;
    command: readonly string[];
    items: number;
    tty?: boolean;
  },
): Promise<ProgramRun> {
  const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
  try {
    for (const [name, content] of Object.entries(options.files))
      writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, 'seo-content.config.json'), JSON.stringify(unboundLimits()));
    const command = [
      process.execPath,
      '--import',
      join(root, 'bench', 'report-resources.js'),
      join(root, 'bin', 'run.js'),
      ...options.command,
      ...(options.tty ? [] : ['--json', '--reporter', 'silent']),
    ];
    const [file, rest] = options.tty
      ? ['script', ['-qec', command.join(' '), '/dev/null']]
      : [command[0] ?? '', command.slice(1)];
    const child = spawn(file, rest, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        CI: '',
        TERM: 'xterm-256color',
        TAVILY_API_KEY: server.tavilyKey,
        TAVILY_API_BASE_URL: server.tavilyUrl,
        OPENAI_API_KEY: server.openaiKey,
        OPENAI_BASE_URL: server.openaiUrl,
        RESOURCES_FILE: join(folder, 'resources.json'),
      },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      if (!options.tty) output += data.toString();
    });
    await new Promise((resolve) => child.once('close', resolve));
    const resources = JSON.parse(readFileSync(join(folder, 'resources.json'), 'utf8'));
    if (options.tty) return { ...resources, runMs: 0 };
    const { totals } = JSON.parse(output);
    if (totals.succeeded !== options.items) throw new Error(`only ${totals.succeeded} succeeded`);
    return { ...resources, runMs: totals.milliseconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unboundLimits() {
  const limit = { requestsPerMinute: 100_000, concurrency: 200 };
  return { limits: { tavily: limit, openai: { ...limit, tokensPerMinute: 100_000_000 } } };
}
