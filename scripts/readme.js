// Brings the command reference in README.md up to date; with --check it only says whether it is.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const check = process.argv.includes('--check');
const before = readFileSync('README.md', 'utf8');
const oclif = join('node_modules', '.bin', process.platform === 'win32' ? 'oclif.cmd' : 'oclif');
const result = spawnSync(oclif, ['readme', '--no-aliases'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (result.status !== 0) {
  process.stderr.write(`${result.stdout}${result.stderr}`);
  process.exit(1);
}

// The reference shall read the same on every machine.
const after = readFileSync('README.md', 'utf8').replace(
  /seo-content\/(\S+) \S+ node-v\S+/,
  'seo-content/$1 linux-x64 node-v24',
);
writeFileSync('README.md', check ? before : after);
if (check && before !== after) {
  process.stderr.write('The command reference in README.md is stale. Run: npm run readme\n');
  process.exit(1);
}
