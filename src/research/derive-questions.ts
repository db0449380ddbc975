import { Liquid, type Template } from 'liquidjs';
import type { ArticleTemplate } from '../core/article-template.ts';

export interface DeriveOptions {
  /** How many questions at most; 4 where nothing is said. */
  limit?: number;
}

/** Search services cut longer queries; a keyword must leave room for the question around it. */
const LONGEST_KEYWORD = 150;
const DEFAULT_LIMIT = 4;

/** Parsed templates are kept: every keyword of a run asks the same questions. */
const liquid = new Liquid({ strictFilters: true });
const parsed = new Map<string, Template[]>();

const QUESTION =
  /^(?:what|why|when|where|who|which|whose|how|is|are|can|could|does|do|did|should|will|was|were)(?:['’]\p{L}+)?\s/iu;
const HOW_TO = /^(?:how to|how do (?:you|i|we))\s+/iu;
const VERSUS = /\s+(?:vs\.?|versus|or|compared (?:to|with))\s+/iu;
/** One side of a subject: `What is heat pump noise?` or `How much do running costs cost?` nobody asks. */
const ASPECT =
  /\s(?:costs?|prices?|savings?|li(?:fe|ves)|life ?(?:span|time|expectancy)|durability|range|noise|efficiency|performance|sizes?|sizing|weight|benefits?|advantages|disadvantages|drawbacks|pros and cons|problems|issues|mistakes|safety|risks?|maintenance|care|cleaning|repairs?|installation|storage|set-?up|rules|regulations|requirements|trends|statistics|ideas|tips|examples|checklist|plan|guide|strategy|schedule|temperature|week|day)$/iu;
const BEST = /^(?:(?:the\s+)?best|top(?:\s+\d+)?|cheapest)\s+/iu;

/**
 * The questions that research asks beside the keyword. A plain subject goes through the template's questions; a
 * keyword that is a question, an instruction, a comparison or a search for the best gets questions of its own form,
 * because `What is how to compost?` finds nothing. No question repeats the keyword or another question.
 */
export function deriveQuestions(
  keyword: string,
  template: Pick<ArticleTemplate, 'questions'>,
  options: DeriveOptions = {},
): string[] {
  const subject = shorten(keyword.replace(/\s+/gu, ' ').trim());
  const taken = new Set([normalise(subject)]);
  const questions: string[] = [];
  for (const question of candidates(subject, template)) {
    const key = normalise(question);
    if (key === '' || taken.has(key)) continue;
    taken.add(key);
    questions.push(question);
    if (questions.length === (options.limit ?? DEFAULT_LIMIT)) break;
  }
  return questions;
}

function candidates(subject: string, template: Pick<ArticleTemplate, 'questions'>): string[] {
  const plain = subject.replace(/[?？!.\s]+$/u, '');
  const action = plain.replace(HOW_TO, '');
  if (action !== plain) {
    return [
      `How do you ${action} step by step?`,
      `What do you need to ${action}?`,
      `How long does it take to ${action}?`,
      `What mistakes should you avoid when you ${action}?`,
      `What does it cost to ${action}?`,
    ];
  }
  if (/[?？]$/u.test(subject) || QUESTION.test(plain)) {
    return ['facts and figures', 'examples', 'what experts recommend', 'common mistakes'].map(
      (aspect) => `${plain}: ${aspect}`,
    );
  }
  const sides = plain.split(VERSUS);
  const [left, right] = sides;
  if (sides.length === 2 && left !== undefined && right !== undefined) {
    return [
      `What is the difference between ${left} and ${right}?`,
      `Which is better, ${left} or ${right}?`,
      `What are the advantages of ${completed(left, right)}?`,
      `What are the advantages of ${right}?`,
      `How much do ${left} and ${right} cost?`,
    ];
  }
  if (ASPECT.test(plain)) {
    return [
      `What influences ${plain}?`,
      `${plain}: facts and figures`,
      `${plain}: what experts recommend`,
      `${plain}: common mistakes`,
      `${plain}: examples`,
    ];
  }
  const wanted = plain.replace(BEST, '');
  if (wanted !== plain) {
    return [
      `How do you choose ${wanted}?`,
      `What should you look for in ${wanted}?`,
      `What are the differences between ${wanted}?`,
      agree(`How much does ${wanted} cost?`, wanted),
      `What are common problems with ${wanted}?`,
    ];
  }
  return template.questions.map((question) =>
    agree(
      String(liquid.renderSync(parse(question), { keyword: plain }))
        .replace(/\s+/gu, ' ')
        .trim(),
      plain,
    ),
  );
}

function parse(question: string): Template[] {
  const known = parsed.get(question);
  if (known !== undefined) return known;
  const template = liquid.parse(question);
  parsed.set(question, template);
  return template;
}

/** `hot` of `hot vs cold composting` as `hot composting`. */
function completed(left: string, right: string): string {
  const [, ...shared] = right.split(' ');
  return left.includes(' ') || shared.length === 0 ? left : [left, ...shared].join(' ');
}

/** Makes verb and subject agree where the subject is a plural: `What are heat pumps?` */
function agree(question: string, subject: string): string {
  if (!isPlural(subject)) return question;
  const plurals: Readonly<Record<string, string>> = {
    is: 'are',
    does: 'do',
    has: 'have',
    was: 'were',
  };
  const at = question.toLowerCase().indexOf(subject.toLowerCase());
  if (at < 0) return question;
  const before = question
    .slice(0, at)
    .replace(/\b(is|does|has|was)(\s+)$/iu, (_, verb: string, space: string) => {
      const plural = plurals[verb.toLowerCase()] ?? verb;
      return (
        (/^\p{Lu}/u.test(verb) ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural) + space
      );
    });
  return before + question.slice(at);
}

function isPlural(subject: string): boolean {
  const head =
    subject.split(/\s(?:for|in|of|with|on|at|from|to|without|under|by)\s/iu, 1)[0] ?? subject;
  const last = head.split(/[\s-]/u).at(-1)?.toLowerCase() ?? '';
  return (
    /[^sui]s$/u.test(last) || /^(?:people|children|men|women|data|mice|feet|teeth)$/u.test(last)
  );
}

/** What makes two questions the same: their letters and digits. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function shorten(keyword: string): string {
  if (keyword.length <= LONGEST_KEYWORD) return keyword;
  const head = keyword
    .slice(0, LONGEST_KEYWORD)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  return head.replace(/\s+\S*$/u, '') || head;
}
