/** Whether a path is a pattern for many: `docs/*.pdf`, `report-?.md`, `{a,b}.txt`. */
export function hasGlob(path: string): boolean {
  return /[*?[\]{}]/u.test(path);
}
