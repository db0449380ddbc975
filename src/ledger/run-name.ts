/** Names of runs become names of files: nothing else may stand in them. */
const RUN_NAME = /^[A-Za-z0-9._-]{1,128}$/;

/** Whether a run can have this name. */
export function isRunName(name: string): boolean {
  return RUN_NAME.test(name);
}
