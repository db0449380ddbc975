import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Imports a .ts or .js file as what it is written as. Node goes by the nearest package.json instead: there
 * it refuses `export` in a folder of type commonjs (as `npm init` makes it), and warns in one without a type.
 */
export async function importModule(path: string, source: string): Promise<Record<string, unknown>> {
  const { href } = pathToFileURL(path);
  const format = formatOf(path, source);
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url === href && format !== undefined ? { ...context, format } : context),
  });
  try {
    return await import(href);
  } finally {
    hooks.deregister();
  }
}

function formatOf(path: string, source: string): string | undefined {
  if (!/^\s*(?:export|import)\b/m.test(source)) return undefined;
  return path.endsWith('.ts') ? 'module-typescript' : 'module';
}
