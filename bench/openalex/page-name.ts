/** What a request for a page asks for, the same for every way to write it; who asks does not matter. */
export function pageName(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .filter(([name]) => name !== 'mailto' && name !== 'api_key')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
}
