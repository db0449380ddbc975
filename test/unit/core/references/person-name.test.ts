import { describe, expect, it } from 'vitest';
import { nameInitials } from '../../../../src/core/references/name-initials.ts';
import { parseName } from '../../../../src/core/references/person-name.ts';
import { readableName, sortableName } from '../../../../src/core/references/readable-name.ts';
import { splitAuthors } from '../../../../src/core/references/split-authors.ts';

describe('parseName', () => {
  it.each([
    ['Jane Doe', 'Doe, Jane'],
    ['Jane Q. van der Berg', 'van der Berg, Jane Q.'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Vincent Van Gogh', 'Van Gogh, Vincent'],
    ['Robert De Niro', 'De Niro, Robert'],
    ['Carlos de la Cruz', 'de la Cruz, Carlos'],
    ['Yann Le Cun', 'Le Cun, Yann'],
    ['Johannes van ’t Hoff', 'van ’t Hoff, Johannes'],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['João Silva Neto', 'Silva Neto, João'],
    ['Jean le Rond d’Alembert', 'le Rond d’Alembert, Jean'],
    ['Howard E Smith', 'Smith, Howard E'],
    ['Di Wu', 'Wu, Di'],
    ['von Neumann', 'von Neumann'],
    ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
    ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
    ['King, Martin Luther, jr', 'King, Martin Luther, Jr.'],
    ['Henry Louis Gates iii', 'Gates, Henry Louis, III'],
    ['Doe, Jane', 'Doe, Jane'],
    ['Gogh, Vincent van', 'van Gogh, Vincent'],
    ['Jane Doe, PhD', 'Doe, Jane'],
    ['Dr. Jane Doe', 'Doe, Jane'],
    ['Saul Smith-Jones', 'Smith-Jones, Saul'],
    ['Plato', 'Plato'],
    ['山田 太郎', '山田 太郎'],
    ['김철수', '김철수'],
    ['ジョン・スミス', 'ジョン・スミス'],
    ['World Health Organization', 'World Health Organization'],
    ['Ministry of Health', 'Ministry of Health'],
    ['Deutsche Gesellschaft für Psychologie', 'Deutsche Gesellschaft für Psychologie'],
    ['Acme Tools, Inc.', 'Acme Tools, Inc.'],
    ['BBC News', 'BBC News'],
    ['The LIGO Scientific Collaboration', 'The LIGO Scientific Collaboration'],
    ['William H. Press', 'Press, William H.'],
  ])('%s', (name, expected) => {
    expect(sortableName(parseName(name))).toBe(expected);
  });

  it.each([
    ['김철수', '김', '철수'],
    ['남궁민수', '남궁', '민수'],
    ['王小明', '王', '小明'],
    ['欧阳修', '欧阳', '修'],
    ['山田太郎', '山田', '太郎'],
    ['山田 太郎', '山田', '太郎'],
  ])('takes the family name of %s from its front', (name, family, given) => {
    expect(parseName(name)).toEqual({ kind: 'person', family, given, whole: name });
  });

  it('reads a name in the order in which it is said', () => {
    expect(readableName(parseName('King, Martin Luther, Jr.'))).toBe('Martin Luther King Jr.');
    expect(readableName(parseName('Berg, Jane van der'))).toBe('Jane van der Berg');
  });
});

describe('nameInitials', () => {
  it.each([
    ['Jane Quentin', 'J. Q.'],
    ['Jean-Paul', 'J.-P.'],
    ['Ai-jun', 'A.'],
    ['J. K.', 'J. K.'],
    ['J.K.', 'J. K.'],
    ['JK', 'J. K.'],
    ['Élodie', 'É.'],
    ['Алексей', 'А.'],
    ['“Bill”', 'B.'],
  ])('%s → %s', (given, expected) => {
    expect(nameInitials(given)).toBe(expected);
  });
});

describe('splitAuthors', () => {
  it.each([
    ['Jane Doe', ['Doe, Jane']],
    ['By Jane Doe and John Roe', ['Doe, Jane', 'Roe, John']],
    ['Jane Doe, John Roe & Ann Poe', ['Doe, Jane', 'Roe, John', 'Poe, Ann']],
    ['Doe, Jane; Roe, John', ['Doe, Jane', 'Roe, John']],
    ['Jane Doe und John Roe', ['Doe, Jane', 'Roe, John']],
    ['José Ortega y Gasset', ['Ortega y Gasset, José']],
    ['Howard E Smith', ['Smith, Howard E']],
    ['Department of Health and Social Care', ['Department of Health and Social Care']],
    ['', []],
  ])('%s', (author, expected) => {
    expect(splitAuthors(author).map(sortableName)).toEqual(expected);
  });
});
