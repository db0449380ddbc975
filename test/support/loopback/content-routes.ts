import type { LoopbackCall, LoopbackRoute } from './loopback-types.ts';

type Known = Pick<LoopbackCall, 'route' | 'provider'>;

const ROUTES: readonly { method: string; path: RegExp; route: LoopbackRoute }[] = [
  { method: 'GET', path: /^\/wp-json\/wp\/v2\/posts$/, route: 'wordpress-find' },
  { method: 'POST', path: /^\/wp-json\/wp\/v2\/posts(?:\/\d+)?$/, route: 'wordpress-write' },
  { method: 'GET', path: /^\/wp-json\/wp\/v2\/users\/me$/, route: 'wordpress-user' },
  { method: 'GET', path: /^\/ghost\/api\/admin\/posts\/$/, route: 'ghost-find' },
  { method: 'POST', path: /^\/ghost\/api\/admin\/posts\/$/, route: 'ghost-write' },
  { method: 'PUT', path: /^\/ghost\/api\/admin\/posts\/[^/]+\/$/, route: 'ghost-write' },
];

/** The route of a request to one of the content systems. */
export function contentRoute(method: string, path: string): Known | undefined {
  const known = ROUTES.find((one) => one.method === method && one.path.test(path));
  if (known === undefined) return undefined;
  const provider = known.route.startsWith('ghost') ? 'ghost' : 'wordpress';
  return { route: known.route, provider };
}
