/**
 * Given names as initials after APA 7 (9.8): `Jane Quentin` → `J. Q.`, `Jean-Paul` → `J.-P.`; a second part in lower case
 * is no name of its own (`Ai-jun` → `A.`).
 */
export function nameInitials(given: string): string {
  return given
    .split(/\s+|(?<=\.)(?=\p{L})/u)
    .filter((name) => /\p{L}/u.test(name))
    .flatMap(spellOut)
    .map((name) =>
      name
        .split(/[-‐‑]/u)
        .filter((part, index) => index === 0 || /^\p{Lu}|^\p{Lo}/u.test(part))
        .map((part) => `${firstLetter(part)}.`)
        .join('-'),
    )
    .join(' ');
}

/** `JK` are two names. */
function spellOut(name: string): string[] {
  return /^\p{Lu}{2,3}$/u.test(name) ? [...name] : [name];
}

function firstLetter(name: string): string {
  return /\p{L}\p{M}*/u.exec(name)?.[0] ?? name;
}
