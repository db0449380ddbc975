// Loaded before the program: writes what the process has consumed when it ends.
import { writeFileSync } from 'node:fs';

const file = process.env.RESOURCES_FILE;

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = {
    wallMs: performance.now(),
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakMb: maxRSS / 1024,
  };
  if (file) writeFileSync(file, JSON.stringify(usage));
});
