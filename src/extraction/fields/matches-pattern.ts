import vm from 'node:vm';

/** A pattern of a schema that needs longer on one value never ends. */
const LIMIT_MS = 200;
const LONGEST_TESTED = 10_000;

let context: vm.Context | undefined;
const script = new vm.Script('new RegExp(pattern, "u").test(value)');

/** Whether a value matches a pattern of the user's; undefined where the pattern does not come to an end on it. */
export function matchesPattern(value: string, pattern: string): boolean | undefined {
  context ??= vm.createContext(Object.create(null) as vm.Context);
  Object.assign(context, { pattern, value: value.slice(0, LONGEST_TESTED) });
  try {
    return script.runInContext(context, { timeout: LIMIT_MS }) === true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
