import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../src/config/package-root.ts';
import type { RunEvent } from '../../src/core/events.ts';
import type { RunSummary } from '../../src/core/summary.ts';
import type { LoopbackServer } from './loopback/server.ts';
import { TEST_OPENAI_KEY, TEST_TAVILY_KEY } from './loopback/server.ts';

export type Environment = Record<string, string>;

export interface StartOptions {
  env?: Environment;
  /** For standard input. */
  input?: string;
  /** For Node itself. */
  nodeArgs?: readonly string[];
  /** In a process group of its own. */
  detached?: boolean;
}

/** A temporary folder with the built program to run in it; removed with `await using`. */
export class Workplace implements AsyncDisposable {
  readonly folder: string;
  readonly env: Environment;

  private constructor(folder: string, env: Environment) {
    this.folder = folder;
    this.env = env;
  }

  /** In a new folder, or in one that is there and empty. */
  static async open(env: Environment = {}, folder?: string): Promise<Workplace> {
    return new Workplace(folder ?? (await mkdtemp(join(tmpdir(), 'seo-content-'))), env);
  }

  /** With the keys and addresses of a loopback server. */
  static async openWith(
    server: LoopbackServer,
    env: Environment = {},
    folder?: string,
  ): Promise<Workplace> {
    const keys = {
      TAVILY_API_KEY: TEST_TAVILY_KEY,
      TAVILY_API_BASE_URL: server.tavilyUrl,
      OPENAI_API_KEY: TEST_OPENAI_KEY,
      OPENAI_BASE_URL: server.openaiUrl,
      OPENALEX_BASE_URL: server.openalexUrl,
    };
    return Workplace.open({ ...keys, ...env }, folder);
  }

  /** Starts the program; the promise resolves for every exit code. */
  start(args: readonly string[], more: StartOptions = {}) {
    const { nodeArgs = [], detached = false } = more;
    const command = [...nodeArgs, join(packageRoot(), 'bin', 'run.js'), ...args];
    return execa(process.execPath, command, {
      detached,
      cwd: this.folder,
      extendEnv: false,
      env: { PATH: process.env['PATH'] ?? '', HOME: this.folder, ...this.env, ...more.env },
      reject: false,
      stripFinalNewline: false,
      input: more.input ?? '',
    });
  }

  async run(args: readonly string[], more: { env?: Environment; input?: string } = {}) {
    const { stdout, stderr, exitCode, signal } = await this.start(args, more);
    return { stdout, stderr, exitCode, signal, all: stdout + stderr };
  }

  /** Runs with `--json --reporter ndjson`: the summary as data, and every event. */
  async runForData(args: readonly string[]) {
    const result = await this.run([...args, '--json', '--reporter', 'ndjson']);
    const summary = JSON.parse(result.stdout) as RunSummary;
    return { ...result, summary, events: readEvents(result.stderr) };
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  /** Names below a folder, in order; empty when there is none. */
  async list(name = '.'): Promise<string[]> {
    const names = await readdir(join(this.folder, name)).catch(() => []);
    return names.toSorted((left, right) => (left < right ? -1 : 1));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The events of `--reporter ndjson`; every line of standard error has to be one. */
function readEvents(stderr: string): RunEvent[] {
  return stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RunEvent);
}
