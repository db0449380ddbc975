/** Where Node keeps what carries the requests of its `fetch`; shared with the undici package under this very name. */
const GLOBAL_DISPATCHER = Symbol.for('undici.globalDispatcher.1');

type Dispatcher = NonNullable<RequestInit['dispatcher']>;
type Dispatch = Dispatcher['dispatch'];

/**
 * An option for `fetch` against its own limits: 300 s for the headers, and as long between two pieces of a body. A
 * model may think for longer, and every attempt has limits anyway. Proxies that Node was told of stay in use.
 */
export function patientDispatcher(): Pick<RequestInit, 'dispatcher'> {
  // The first use of anything that belongs to `fetch` makes Node load it, and the dispatcher with it.
  if (typeof globalThis.Headers !== 'function') return {};
  const standard: unknown = Reflect.get(globalThis, GLOBAL_DISPATCHER);
  if (!isDispatcher(standard)) return {};
  const dispatch: Dispatch = (options, handler) =>
    standard.dispatch({ ...options, headersTimeout: 0, bodyTimeout: 0 }, handler);
  return { dispatcher: { dispatch } as Dispatcher };
}

function isDispatcher(value: unknown): value is Dispatcher {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'dispatch') === 'function'
  );
}
