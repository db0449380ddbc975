#!/usr/bin/env node
// Plain syntax that an old Node can read: it has to get as far as the check below.
import { createRequire } from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 24 || (major === 24 && minor >= 15)) {
  const nodeModule = await import('node:module');
  nodeModule.enableCompileCache?.();
  const { main } = await import('../dist/main.js');
  await main(process.argv.slice(2));
} else {
  await runWithBundledNode();
}

/** Starts this file again with the Node that the checkout brings along, or says in two lines what is needed. */
async function runWithBundledNode() {
  const require = createRequire(import.meta.url);
  const name =
    process.platform === 'darwin' && process.arch === 'arm64' ? 'bin-darwin' : process.platform;
  const platform = name === 'win32' ? 'win' : name;
  let node;
  try {
    node = require.resolve(
      `node-${platform}-${process.arch}/bin/node${platform === 'win' ? '.exe' : ''}`,
    );
  } catch {
    process.stderr.write(
      `seo-content needs Node 24.15 or newer; this is Node ${process.versions.node}.\n` +
        'Install it from https://nodejs.org, or with your version manager: nvm install 24\n',
    );
    process.exitCode = 2;
    return;
  }
  const { spawn } = await import('node:child_process');
  // A session of its own, so that a terminal's Ctrl-C comes to this process alone and is handed on once.
  const isDetached = process.platform !== 'win32';
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', detached: isDetached });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGWINCH']) {
    // A Windows console sends Ctrl-C to both.
    process.on(signal, () => isDetached && child.kill(signal));
  }
  if (isDetached) {
    process.on('SIGTSTP', () => {
      child.kill('SIGSTOP');
      process.kill(process.pid, 'SIGSTOP');
    });
    process.on('SIGCONT', () => child.kill('SIGCONT'));
  }
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
