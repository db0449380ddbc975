#!/usr/bin/env node
// Runs the TypeScript sources as they are, without a build. Needs Node 24.15 or newer.
import { main } from '../src/cli/main.ts';

await main(process.argv.slice(2));
