/** What follows the country in a VAT number. Source: the European Commission's VIES, HMRC and the Swiss UID register. */
export const VAT_FORMATS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/u,
  BE: /^[01]\d{9}$/u,
  BG: /^\d{9,10}$/u,
  CHE: /^\d{9}(?:MWST|TVA|IVA|VAT)?$/u,
  CY: /^\d{8}[A-Z]$/u,
  CZ: /^\d{8,10}$/u,
  DE: /^\d{9}$/u,
  DK: /^\d{8}$/u,
  EE: /^\d{9}$/u,
  EL: /^\d{9}$/u,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/u,
  FI: /^\d{8}$/u,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/u,
  GB: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/u,
  HR: /^\d{11}$/u,
  HU: /^\d{8}$/u,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/u,
  IT: /^\d{11}$/u,
  LT: /^(?:\d{9}|\d{12})$/u,
  LU: /^\d{8}$/u,
  LV: /^\d{11}$/u,
  MT: /^\d{8}$/u,
  NL: /^\d{9}B\d{2}$/u,
  PL: /^\d{10}$/u,
  PT: /^\d{9}$/u,
  RO: /^\d{2,10}$/u,
  SE: /^\d{10}01$/u,
  SI: /^\d{8}$/u,
  SK: /^\d{10}$/u,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/u,
};

const digitsOf = (text: string): number[] =>
  [...text].filter((character) => /\d/u.test(character)).map(Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** ISO 7064 mod 11,10. */
function mod1110(digits: readonly number[]): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits.at(-1);
}

function luhn(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const mod11 =
  (weights: readonly number[], tenIs: number) =>
  (digits: readonly number[]): boolean => {
    const rest = 11 - (weighted(digits, weights) % 11);
    const check = rest === 11 ? 0 : rest === 10 ? tenIs : rest;
    return check === digits[weights.length];
  };

function british(digits: readonly number[]): boolean {
  if (digits.length < 9) return true;
  const sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + (digits[7] ?? 0) * 10 + (digits[8] ?? 0);
  return sum % 97 === 0 || (sum + 55) % 97 === 0;
}

/** Whether the check digits fit, for the countries where they are simple to tell. The text stands behind the country. */
export const VAT_CHECKS: Readonly<Record<string, (rest: string) => boolean>> = {
  AT: (rest) => {
    const digits = digitsOf(rest);
    const sum = digits.slice(0, 7).reduce((total, digit, index) => {
      const doubled = index % 2 === 1 ? digit * 2 : digit;
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 4);
    return (10 - (sum % 10)) % 10 === digits[7];
  },
  BE: (rest) => 97 - (Number(rest.slice(0, 8)) % 97) === Number(rest.slice(8)),
  CHE: (rest) => mod11([5, 4, 3, 2, 7, 6, 5, 4], -1)(digitsOf(rest)),
  DE: (rest) => mod1110(digitsOf(rest)),
  DK: (rest) => weighted(digitsOf(rest), [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  FI: (rest) => mod11([7, 9, 10, 5, 8, 4, 2], -1)(digitsOf(rest)),
  FR: (rest) => {
    if (!/^\d{11}$/u.test(rest)) return true;
    return (12 + 3 * (Number(rest.slice(2)) % 97)) % 97 === Number(rest.slice(0, 2));
  },
  GB: (rest) => /^\D/u.test(rest) || british(digitsOf(rest)),
  HR: (rest) => mod1110(digitsOf(rest)),
  IT: (rest) => luhn(digitsOf(rest)),
  LU: (rest) => Number(rest.slice(0, 6)) % 89 === Number(rest.slice(6)),
  NL: (rest) => {
    const digits = digitsOf(rest);
    const isOld = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === digits[8];
    // Since 2020 numbers of sole traders hold a check by 97 over the whole, letters counted from 10.
    const all = [...`NL${rest}`]
      .map((character) => String(Number.parseInt(character, 36)))
      .join('');
    return isOld || BigInt(all) % 97n === 1n;
  },
  PL: (rest) => weighted(digitsOf(rest), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitsOf(rest)[9],
  PT: (rest) => mod11([9, 8, 7, 6, 5, 4, 3, 2], 0)(digitsOf(rest)),
  SE: (rest) => luhn(digitsOf(rest.slice(0, 10))),
  SI: (rest) => mod11([8, 7, 6, 5, 4, 3, 2], 0)(digitsOf(rest)),
};
