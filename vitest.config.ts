import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeout: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: testTimeout,
    env: { NO_COLOR: '1', CI: '', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '' },
  },
});

/** Four kinds of tests; the time limits are generous, because a slow machine is no failure. */
export default defineConfig({
  test: {
    // The tests on processes wait more than they work: a core less would only be idle.
    maxWorkers: '100%',
    projects: [
      project('unit', 30_000),
      project('integration', 60_000),
      project('contract', 60_000),
      project('e2e', 120_000),
    ],
  },
});
