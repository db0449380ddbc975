/**
 * What OpenAI's strict mode finds wrong with a schema, undefined when nothing: every object has to list all
 * its properties as required and to forbid others.
 */
export function strictSchemaProblem(
  schema: unknown,
  path: readonly string[] = [],
): string | undefined {
  if (Array.isArray(schema)) {
    return firstProblem(
      schema.map((part, index) => [String(index), part] as const),
      path,
    );
  }
  if (typeof schema !== 'object' || schema === null) return undefined;
  const fields: Record<string, unknown> = { ...schema };
  const place = `In context=(${path.map((part) => `'${part}'`).join(', ')})`;
  if (fields['type'] === 'object' || fields['properties'] !== undefined) {
    if (fields['additionalProperties'] !== false) {
      return `${place}, 'additionalProperties' is required to be supplied and to be false.`;
    }
    const keys = Object.keys(fields['properties'] ?? {});
    const required = fields['required'];
    const missing = keys.find((key) => !Array.isArray(required) || !required.includes(key));
    if (missing !== undefined) {
      return `${place}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
    }
  }
  return firstProblem(Object.entries(fields), path);
}

function firstProblem(
  parts: ReadonlyArray<readonly [string, unknown]>,
  path: readonly string[],
): string | undefined {
  for (const [key, part] of parts) {
    if (key === 'enum' || key === 'const' || key === 'default') continue;
    const problem = strictSchemaProblem(part, [...path, key]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
