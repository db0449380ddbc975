/**
 * How the two sides of a comparison in the claim lie to those of one in the source; `leaning` where one side alone stands on
 * the other.
 */
export type Sides = 'straight' | 'swapped' | 'leaning' | 'unknown';

/** How far a side of a comparison reaches, in tokens. */
export const SIDE_REACH = 12;
