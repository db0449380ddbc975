import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** All addresses of a host. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** Thrown where a host is at an address that may not be connected to. */
export class AddressRefused extends Error {
  readonly address: string;

  constructor(address: string) {
    super(`the address ${address} is not allowed`);
    this.address = address;
  }
}

/**
 * A look-up for sockets that hands on the very addresses that it has checked: nothing is resolved a second time between
 * the check and the connection (DNS rebinding). One address that is not allowed refuses the whole host.
 */
export function guardedLookup(
  isAllowed: (address: string) => boolean,
  resolve: ResolveHost = resolveBySystem,
): LookupFunction {
  return (host, options, callback) => {
    void resolve(host).then(
      (found) => {
        const addresses = found.map((address) => ({ address, family: isIP(address) }));
        const refused = found.find((address) => !isAllowed(address));
        const [first] = addresses;
        if (refused !== undefined) callback(new AddressRefused(refused), []);
        else if (first === undefined) callback(notFound(host), []);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

async function resolveBySystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
}
