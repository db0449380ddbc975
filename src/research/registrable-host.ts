/** Second levels that registries hand names out below: `example.co.uk`. */
const SHARED_SECOND_LEVELS = new Set(
  'ac co com edu gov go gob gouv govt mil ne net nom or org sch nhs police gv asn id'.split(' '),
);

/** Hosts whose every subdomain is somebody else's. */
const HOSTING = new Set(
  `blogspot.com wordpress.com github.io gitlab.io substack.com tumblr.com wixsite.com weebly.com netlify.app vercel.app
  pages.dev web.app firebaseapp.com herokuapp.com medium.com livejournal.com typepad.com squarespace.com`.split(
    /\s+/u,
  ),
);

/**
 * The part of a web address that one owner has: `example.co.uk` of `https://www.shop.example.co.uk/a`. Without the list
 * of public suffixes, by their usual forms; undefined for what is no web address.
 */
export function registrableHost(address: string): string | undefined {
  const host = URL.parse(address)?.hostname.replace(/\.$/u, '');
  if (host === undefined || host === '') return undefined;
  // Numbers have no owner above them.
  if (/^[\d.]+$|^\[/u.test(host)) return host;
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isShared =
    (top.length === 2 && SHARED_SECOND_LEVELS.has(second)) || HOSTING.has(`${second}.${top}`);
  return labels.slice(isShared ? -3 : -2).join('.');
}
