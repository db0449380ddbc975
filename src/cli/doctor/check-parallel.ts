import { limitsInForce, type LearnedRates } from '../../config/limits-in-force.ts';
import { safeParallelFor } from '../../config/safe-parallel-for.ts';
import type { Settings } from '../../config/settings.ts';
import type { Check } from './check.ts';

/**
 * How many keywords at a time are safe on this machine with the configured limits, or lower ones that providers told, and
 * whether the setting is.
 */
export function checkParallel(
  settings: Settings,
  cores: number,
  learned: readonly LearnedRates[],
): Check {
  const limits = limitsInForce(settings.limits, learned);
  const { parallel, boundBy } = safeParallelFor({ ...settings, limits }, cores);
  const reason = {
    cores: `this machine has ${cores} ${cores === 1 ? 'core' : 'cores'}`,
    maximum: 'more gain little',
  }[boundBy];
  const message = `up to --parallel ${parallel} is safe (${reason ?? `bound by ${boundBy} a minute`})`;
  const name = 'Parallel';
  if (settings.parallel === 'auto')
    return { name, status: 'ok', message: `${message}, and auto takes it` };
  if (settings.parallel <= parallel) {
    return { name, status: 'ok', message: `${message}; set to ${settings.parallel}` };
  }
  return {
    name,
    status: 'warning',
    message: `${message}, but it is set to ${settings.parallel}`,
    remedy: `Set it to ${parallel} or auto${reason === undefined ? ', or set limits to what your plan allows' : ''}.`,
  };
}
