import { afterEach, describe, expect, it, vi } from 'vitest';
import { patientDispatcher } from '../../../src/providers/patient-dispatcher.ts';

type Dispatcher = NonNullable<RequestInit['dispatcher']>;

const NAME = Symbol.for('undici.globalDispatcher.1');
void new Headers();
const original: unknown = Reflect.get(globalThis, NAME);

describe('patientDispatcher', () => {
  afterEach(() => void Reflect.set(globalThis, NAME, original));

  it("lifts the limits of Node's own fetch and leaves the rest of a request alone", () => {
    const dispatch = vi.fn<Dispatcher['dispatch']>(() => true);
    Reflect.set(globalThis, NAME, { dispatch });
    const request = { path: '/', method: 'GET', headersTimeout: 5 } as const;
    const handler = {};
    expect(patientDispatcher().dispatcher?.dispatch(request, handler)).toBe(true);
    expect(dispatch).toHaveBeenCalledExactlyOnceWith(
      { path: '/', method: 'GET', headersTimeout: 0, bodyTimeout: 0 },
      handler,
    );
  });

  it('is found in this version of Node', () => {
    expect(patientDispatcher()).toHaveProperty('dispatcher.dispatch');
  });

  it('leaves fetch as it is where there is none', () => {
    Reflect.set(globalThis, NAME, undefined);
    expect(patientDispatcher()).toEqual({});
  });
});
