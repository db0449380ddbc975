// Builds the published program: one bundle with a chunk a command, types, and oclif's manifest.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';

/** What oclif tries to load and does well without. */
const OPTIONAL_OF_OCLIF = new Set(['ts-node', 'tsx', 'typescript', '@oclif/plugin-legacy']);

rmSync('dist', { recursive: true, force: true });
rmSync('oclif.manifest.json', { force: true });

const commands = readdirSync('src/commands', { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => [`commands/${file.slice(0, -3)}`, join('src/commands', file)]);

/** Files that run in threads of their own. They are found by their names, in `src/batch/worker-file.ts`. */
const workers = ['src/documents/read-worker.ts', 'src/providers/offline-embedding-worker.ts'].map(
  (file) => [`workers/${basename(file, '.ts')}`, file],
);

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const bundle = await rolldown({
  input: {
    index: 'src/index.ts',
    main: 'src/cli/main.ts',
    ...Object.fromEntries([...commands, ...workers]),
  },
  platform: 'node',
  // What our own code names as a dependency stays outside and is loaded when it is needed. All else (oclif above
  // all, with its own versions of things) goes in, because resolving many small files is most of a cold start.
  external: (id, importer) =>
    OPTIONAL_OF_OCLIF.has(packageOf(id)) || (packageOf(id) in dependencies && isOurs(importer)),
});
await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
});
await bundle.close();

run('tsc', ['-p', 'tsconfig.build.json']);
run('oclif', ['manifest']);

function isOurs(importer = '') {
  return !importer.includes('node_modules');
}

/** `@scope/name/file` → `@scope/name`. */
function packageOf(id) {
  return id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');
}

function run(name, args) {
  const result = spawnSync(join('node_modules', '.bin', name), args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
