import type { PersonName } from './person-name.ts';

/** A name in the order in which it is said: `Jane van der Berg`, `山田 太郎`; the suffix behind, parted as a style wants it. */
export function readableName(name: PersonName, beforeSuffix: ', ' | ' ' = ' '): string {
  if (name.kind === 'group') return name.name;
  if (name.whole !== undefined) return name.whole;
  const { given, particle, family, suffix } = name;
  const words = [given, particle, family]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return suffix === undefined ? words : `${words}${beforeSuffix}${suffix}`;
}

/** The family name first, for the head of an entry: `van der Berg, Jane, Jr.` */
export function sortableName(name: PersonName): string {
  if (name.kind === 'group' || name.whole !== undefined || name.given === '')
    return readableName(name);
  const { given, particle, family, suffix } = name;
  const head = [particle, family].filter((part) => part !== undefined).join(' ');
  return [head, given, suffix].filter((part) => part !== undefined).join(', ');
}
