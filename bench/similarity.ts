/**
 * How well likeness by words and by meaning tell keywords that ask for the same from those that do not: labelled pairs of
 * bench/similarity/pairs, each half by itself, all of them hard (what differs shares words, what is the same shares
 * few). The scales of `src/core/keyword-meaning.ts` were made with the tuning half alone. Then how long a list takes.
 * `--misses` lists the pairs of the tuning half that went wrong.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCompetingByMeaning } from '../src/core/competing-by-meaning.ts';
import { createKeywordMeaning } from '../src/core/keyword-meaning.ts';
import { createOfflineEmbedder } from '../src/providers/offline-embedder.ts';
import {
  alikeByMeaning,
  alikeByWords,
  type FindAlike,
} from '../src/research/keyword-similarity.ts';
import { printTable } from './print-table.ts';
import { root } from './run-program.ts';

interface Pair {
  left: string;
  right: string;
  same: boolean;
}

const HALVES = ['tuning', 'held-aside'];
const THRESHOLDS = [0.8, 0.85, 0.9];
const LISTS = [500, 2000];

const embedder = createOfflineEmbedder();
const { signal } = new AbortController();
const open = () => createKeywordMeaning((phrases) => embedder.embed(phrases, { signal }));
const WAYS: Readonly<Record<string, FindAlike>> = {
  words: alikeByWords(),
  meaning: alikeByMeaning(open()),
};

for (const half of HALVES) {
  const path = join(root, 'bench', 'similarity', 'pairs', `${half}.json`);
  const pairs = JSON.parse(readFileSync(path, 'utf8')) as Pair[];
  const same = pairs.filter((pair) => pair.same).length;
  const rows = [];
  for (const [way, findAlike] of Object.entries(WAYS)) {
    const judged = await Promise.all(
      pairs.map(async (pair) => {
        const [alike] = await findAlike(pair.left, [pair.right], 'en');
        return { ...pair, likeness: alike?.likeness ?? 0 };
      }),
    );
    for (const threshold of THRESHOLDS) {
      const found = judged.filter(({ likeness }) => likeness >= threshold);
      const right = found.filter((pair) => pair.same).length;
      rows.push({
        likeness: `${way} ≥ ${threshold}`,
        'asked for the same': `${right} of ${same}`,
        'asked for something else': `${found.length - right} of ${pairs.length - same}`,
        precision: found.length === 0 ? '–' : (right / found.length).toFixed(2),
        recall: (right / same).toFixed(2),
      });
    }
    if (way === 'meaning' && half === 'tuning' && process.argv.includes('--misses'))
      for (const pair of judged.toSorted((one, other) => other.likeness - one.likeness))
        console.log(
          `${pair.same ? 'same ' : 'other'} ${pair.likeness.toFixed(2)} ${pair.left} | ${pair.right}`,
        );
  }
  printTable(`Likeness of keywords, ${half} half: ${pairs.length} pairs`, rows);
}

const rows = [];
for (const count of LISTS) {
  const entries = topicKeywords(count).map((keyword) => ({ keyword, language: 'en' }));
  const startedAt = performance.now();
  const found = await findCompetingByMeaning(entries, open());
  const seconds = (performance.now() - startedAt) / 1000;
  rows.push({
    keywords: count,
    seconds: seconds.toFixed(1),
    'keywords a second': (count / seconds).toFixed(0),
    'would compete': found.length,
  });
}
printTable('A list of keywords compared by meaning, vectors included', rows);
await embedder.close();

/** Keywords of one site: few subjects, many questions about each, all of them near each other. */
function topicKeywords(count: number): string[] {
  const things = `heat pump;solar panel;gas boiler;wood stove;roof insulation;underfloor heating;triple glazing;battery
    storage;ventilation system;water heater;smart thermostat;rain barrel;green roof;electric radiator;air conditioner`;
  const places = `old house;new building;small flat;cold climate;city centre;mountain cabin;school;farm;row house`;
  const questions = `cost of X in Y;X noise rules for Y;how to install X in Y;X maintenance schedule for Y;is X worth it in
    Y;X subsidies for Y;X energy consumption in Y;lifetime of X in Y;X problems in Y;choosing X for Y;X planning
    permission Y;X size calculation for Y;replacing X in Y;X warranty claims for Y;renting X for Y`;
  const split = (list: string) =>
    list.split(';').map((entry) => entry.replaceAll(/\s+/gu, ' ').trim());
  const all = split(questions).flatMap((question) =>
    split(things).flatMap((thing) =>
      split(places).map((place) => question.replace('X', thing).replace('Y', place)),
    ),
  );
  return all.slice(0, count);
}
