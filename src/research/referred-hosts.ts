import { registrableHost } from './registrable-host.ts';

/** Words that name where a figure comes from, in front of the name. */
const BEFORE =
  /\b(?:according to|sources?:|source :|data (?:from|by|of)|figures (?:from|by|of)|statistics (?:from|by|of)|published (?:by|in|on)|reported by|(?:study|survey|report|analysis|research) (?:by|from|of|in)|laut|nach angaben|quellen?:|daten (?:von|des|der)|(?:studie|umfrage) (?:von|des|der)|selon|d['’]après|según|fuentes?:|datos de|estudio de|secondo|fonte:|volgens|bron:)(?!\p{L})/giu;
/** And behind a link. */
const BEHIND =
  /^\)?[^.\n]{0,30}?\b(?:says?|said|states?|reports?|reported|found|finds|estimates?|estimated|puts|recommends?|measured|counted|calculates?|gibt|nennt|schreibt|schätzt|empfiehlt|indique|estime|recommande|indica|estima|recomienda)\b/iu;

const LINK = /\]\((https?:\/\/[^\s)]{3,300})\)/gu;
/** A link, an address, or the bare name of a host. */
const PLACE =
  /\]\((https?:\/\/[^\s)]{3,300})\)|(https?:\/\/[^\s)\]>"']{3,300})|(?<![\p{L}\p{N}@.-])((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})(?![\p{L}\p{N}@-])/iu;

/** How much of a text is looked at, how many attributions, and how far behind one. */
const LOOKED_AT = 200_000;
const MOST_PLACES = 100;
const REACH = 160;

/**
 * The owners of the hosts that a text names as where it has something from: `according to [the office](https://…)`. Links
 * without such words are none. Reads Markdown, or plain text that tells addresses.
 */
export function referredHosts(markdown: string): string[] {
  const text = markdown.slice(0, LOOKED_AT);
  const hosts = new Set<string>();
  let places = 0;
  for (const { 0: words, index } of text.matchAll(BEFORE)) {
    if (++places > MOST_PLACES) break;
    const start = index + words.length;
    const [line = ''] = text.slice(start, start + REACH).split(/\n|(?<=[a-zäöüß)]{2})\.\s/u, 1);
    const [, link, address, name] = PLACE.exec(line) ?? [];
    addHost(hosts, link ?? address ?? (name === undefined ? undefined : `https://${name}/`));
  }
  places = 0;
  for (const { 0: link, 1: address, index } of text.matchAll(LINK)) {
    if (++places > MOST_PLACES) break;
    const end = index + link.length;
    if (BEHIND.test(text.slice(end, end + REACH))) addHost(hosts, address);
  }
  return [...hosts];
}

function addHost(hosts: Set<string>, address: string | undefined): void {
  const host = address === undefined ? undefined : registrableHost(address);
  if (host?.includes('.') === true) hosts.add(host);
}
