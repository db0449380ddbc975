// Makes a fresh clone ready: installs when the lockfile changed, builds when the sources did.
// Runs on whatever Node npm runs on, before anything is installed: plain syntax, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const installed = hashOf(['package-lock.json', 'package.json', 'tools/node/package.json']);
once('install', installed, 'node_modules/.seo-content-install', 'node_modules', () => {
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm] : ['npm'];
  // The engine warnings speak of the Node that runs npm; the program runs with the one installed here.
  run([...command, 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
});

if (process.env.SEO_CONTENT_NODE !== 'system') linkNode();

const sources = hashOf([
  ...filesBelow('src'),
  ...filesBelow('scripts'),
  'bin/run.js',
  'package.json',
]);
once('build', sources, 'node_modules/.seo-content-build', 'dist/main.js', () =>
  run([nodeBinary() || process.execPath, 'scripts/build.js']),
);

/** Does the work unless its stamp says that it was done for the same input, and its result is there. */
function once(title, hash, stamp, result, work) {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  process.stderr.write(`seo-content set-up: ${title} …\n`);
  work();
  writeFileSync(stamp, hash);
}

function run([command, ...args]) {
  const options = { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  const result = spawnSync(command, args, options);
  if (result.status === 0) return;
  const reason = result.error ? `: ${result.error.message}` : '';
  process.stderr.write(`seo-content set-up failed at: ${command} ${args.join(' ')}${reason}\n`);
  process.exit(result.status || 1);
}

/** The Node that the lockfile brings for this system; undefined where it brings none. */
function nodeBinary() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return readdirSync('node_modules')
    .filter((folder) => /^node-(bin-)?(linux|darwin|win)-/.test(folder))
    .map((folder) => join('node_modules', folder, 'bin', name))
    .find((path) => existsSync(path));
}

/** npm puts node_modules/.bin first on PATH; some versions of it leave the link to this Node out. */
function linkNode() {
  const binary = nodeBinary();
  const link = join('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (binary === undefined || existsSync(link)) return;
  if (process.platform === 'win32') writeFileSync(link, `@"%~dp0\\..\\..\\${binary}" %*\r\n`);
  else symlinkSync(join('..', '..', binary), link);
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function filesBelow(directory) {
  return readdirSync(directory)
    .sort()
    .map((name) => join(directory, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}
