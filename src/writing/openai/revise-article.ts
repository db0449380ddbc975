import { finishStarted } from '../../batch/finish-started.ts';
import type { Article, Paragraph } from '../../core/article.ts';
import { AppError } from '../../core/errors.ts';
import { SOURCE_TOKENS } from '../../core/expected-writing.ts';
import { countWords } from '../../core/text/count-words.ts';
import type { CallScope } from '../../providers/call.ts';
import type { ReviseRequest } from '../article-writer.ts';
import { headSchema, jsonSchema } from './answer-schemas.ts';
import { askModel } from '../../asking/ask-model.ts';
import { parseAnswer } from '../../asking/parse-answer.ts';
import { readHead, type Head } from './read-head.ts';
import type { Reading } from '../../asking/reading.ts';
import { selectPassages } from './select-passages.ts';
import { withBothSides } from './with-both-sides.ts';
import { headRules } from './write-closing.ts';
import { askForParts } from './write-parts.ts';
import { answerRoom, type WriterTools } from './writer-tools.ts';

const HEAD_SCHEMA = jsonSchema(headSchema);
const HEAD_WORDS = 40;
const SHORTEST_PART = 20;

type Change = (article: Article) => Article;

/**
 * Writes the parts again that have problems, at the same time, each with the passages of the sources that it cites. All
 * other parts stay the very same objects, and so does a part for which the model gives nothing better.
 * @throws what a provider failed with, but no `ANSWER_INVALID`.
 */
export async function reviseArticle(
  request: ReviseRequest,
  tools: WriterTools,
  scope: CallScope,
): Promise<Article> {
  const problems = Map.groupBy(request.problems, ({ part }) => partOf(part));
  const told = (name: string) => (problems.get(name) ?? []).map(({ message }) => message);
  const jobs: ((signal: AbortSignal) => Promise<Change>)[] = [];
  const head = [...told('title'), ...told('description')];
  if (head.length > 0)
    jobs.push(async (signal) => {
      const written = await reviseHead(request, head, tools, { ...scope, signal });
      return (article) => ({
        ...article,
        ...(problems.has('title') ? { title: written.title } : {}),
        ...(problems.has('description') ? { description: written.description } : {}),
      });
    });
  for (const name of problems.keys()) {
    const place = placeOf(request.article, name);
    if (place === undefined || place.paragraphs.length === 0) continue;
    jobs.push(async (signal) => {
      const written = await revisePart(request, name, place, told(name), tools, {
        ...scope,
        signal,
      });
      return (article) => place.put(article, written);
    });
  }
  const changes = await finishStarted(
    jobs.map((job) => (signal) => job(signal).catch(keepAsIs)),
    { concurrency: tools.fanOut, signal: scope.signal },
  );
  return changes.reduce((article, change) => change(article), request.article);
}

/** An answer that is of no use leaves the part as it was: whoever found the problems decides what becomes of it. */
function keepAsIs(error: unknown): Change {
  if (error instanceof AppError && error.code === 'ANSWER_INVALID') return (article) => article;
  throw error;
}

interface Place {
  heading: string;
  paragraphs: readonly Paragraph[];
  put: (article: Article, paragraphs: readonly Paragraph[]) => Article;
}

/** The part of a place such as `sections.2.paragraphs.1`. */
function partOf(place: string): string {
  return /^(?:(?:sections|faq)\.\d+|[a-z]+)/u.exec(place)?.[0] ?? place;
}

/** Where the paragraphs of a part stand; undefined for a part that the article does not have. */
function placeOf(article: Article, part: string): Place | undefined {
  if (part === 'introduction' || part === 'conclusion') {
    const put: Place['put'] = (changed, paragraphs) => ({ ...changed, [part]: paragraphs });
    return { heading: `the ${part}`, paragraphs: article[part], put };
  }
  const [, kind, digits] = /^(sections|faq)\.(\d+)$/u.exec(part) ?? [];
  const index = Number(digits);
  const section = kind === 'sections' ? article.sections[index] : undefined;
  if (section !== undefined) {
    const { heading, paragraphs } = section;
    return {
      heading,
      paragraphs,
      put: (changed, written) => ({
        ...changed,
        sections: changed.sections.with(index, { heading, paragraphs: written }),
      }),
    };
  }
  const entry = kind === 'faq' ? article.faq[index] : undefined;
  if (entry === undefined) return undefined;
  return {
    heading: entry.question,
    paragraphs: entry.answer,
    put: (changed, answer) => ({
      ...changed,
      faq: changed.faq.with(index, { question: entry.question, answer }),
    }),
  };
}

async function revisePart(
  request: ReviseRequest,
  part: string,
  { heading, paragraphs }: Place,
  problems: readonly string[],
  tools: WriterTools,
  scope: CallScope,
): Promise<readonly Paragraph[]> {
  const { dossier, article, language } = request;
  const runs = paragraphs.flatMap(({ content }) => content);
  const text = runs.map((run) => run.text).join(' ');
  const ids = new Set(runs.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)));
  const cited = dossier.sources.filter(({ id }) => ids.has(id));
  const words = Math.max(SHORTEST_PART, countWords(text, language));
  const budget = SOURCE_TOKENS.part;
  const written = await askForParts(
    request,
    {
      plan: [
        ...article.sections.map((section, index) => planned(`sections.${index}`, section.heading)),
        ...article.faq.map(({ question }, index) => planned(`faq.${index}`, question)),
      ],
      asked: [{ part, heading, words }],
      ...withBothSides(
        selectPassages(cited.length > 0 ? cited : dossier.sources, {
          about: `${heading} ${text}`,
          language,
          budget,
        }),
        dossier,
      ),
      revision: { text, problems },
    },
    tools,
    scope,
  );
  return written.get(part) ?? paragraphs;
}

function planned(part: string, heading: string) {
  return { part, heading, points: [] };
}

function reviseHead(
  request: ReviseRequest,
  problems: readonly string[],
  tools: WriterTools,
  scope: CallScope,
): Promise<Head> {
  const rules = headRules(request, request.article.sections.length);
  return askModel(
    {
      part: 'title description',
      messages: tools.prompts.head(request, request.article, problems),
      schemaName: 'head',
      schema: HEAD_SCHEMA,
      outputTokens: answerRoom(HEAD_WORDS),
      read: (data): Reading<Head> => {
        const parsed = parseAnswer(data, headSchema);
        if (parsed.value === undefined) return { problems: parsed.problems };
        const { head, problems: found } = readHead(parsed.value, rules);
        return head.description === '' ? { problems: found } : { problems: found, value: head };
      },
      repair: (found) => tools.prompts.repair(found, []),
    },
    tools,
    scope,
  );
}
