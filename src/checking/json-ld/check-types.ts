import { showText } from '../text/show-text.ts';
import {
  isNode,
  listOf,
  textOf,
  typesOf,
  type LinkedFaults,
  type LinkedNode,
} from './linked-node.ts';

/** Tells whether a text of linked data stands in the page, as its reader sees it. */
export type StandsInPage = (text: string) => boolean;

type CheckType = (
  node: LinkedNode,
  faults: LinkedFaults,
  standsInPage: StandsInPage,
  type: string,
) => void;

/**
 * What search engines ask for, by type, after schema.org and Google's documentation of structured data. `headline` is
 * required here, because an article without one says nothing.
 */
export const TYPE_CHECKS: Readonly<Record<string, CheckType>> = {
  Article: checkArticle,
  NewsArticle: checkArticle,
  BlogPosting: checkArticle,
  TechArticle: checkArticle,
  FAQPage: checkFaq,
  HowTo: checkHowTo,
  BreadcrumbList: checkBreadcrumbs,
};

function checkArticle(
  node: LinkedNode,
  faults: LinkedFaults,
  standsInPage: StandsInPage,
  type: string,
): void {
  const headline = textOf(node['headline']);
  if (headline === undefined) faults.invalid.push(`${type}: headline is missing`);
  else if (!standsInPage(headline))
    faults.mismatch.push(`${type}: the headline ${showText(headline)}`);
  for (const name of ['author', 'datePublished', 'image']) {
    if (listOf(node[name]).length === 0) faults.recommended.push(`${type}: ${name}`);
  }
  for (const author of listOf(node['author'])) {
    if (isNode(author) ? textOf(author['name']) === undefined : textOf(author) === undefined)
      faults.invalid.push(`${type}: an author has no name`);
  }
}

function checkFaq(node: LinkedNode, faults: LinkedFaults, standsInPage: StandsInPage): void {
  const questions = listOf(node['mainEntity']);
  if (questions.length === 0) faults.invalid.push('FAQPage: mainEntity holds no question');
  for (const [index, question] of questions.entries()) {
    const number = index + 1;
    if (!isNode(question) || !typesOf(question).includes('Question')) {
      faults.invalid.push(`FAQPage: entry ${number} is no Question`);
      continue;
    }
    const name = textOf(question['name']);
    const [answer] = listOf(question['acceptedAnswer']);
    const text = isNode(answer) ? textOf(answer['text']) : undefined;
    if (name === undefined) faults.invalid.push(`FAQPage: question ${number} has no name`);
    else if (!standsInPage(name)) faults.mismatch.push(`FAQPage: the question ${showText(name)}`);
    if (text === undefined)
      faults.invalid.push(`FAQPage: question ${number} has no acceptedAnswer with a text`);
    else if (!standsInPage(text)) faults.mismatch.push(`FAQPage: the answer ${showText(text)}`);
  }
}

function checkHowTo(node: LinkedNode, faults: LinkedFaults, standsInPage: StandsInPage): void {
  const name = textOf(node['name']);
  if (name === undefined) faults.invalid.push('HowTo: name is missing');
  else if (!standsInPage(name)) faults.mismatch.push(`HowTo: the name ${showText(name)}`);
  // Steps may stand in sections.
  const steps = listOf(node['step']).flatMap((step) =>
    isNode(step) && typesOf(step).includes('HowToSection')
      ? listOf(step['itemListElement'])
      : [step],
  );
  if (steps.length === 0) faults.invalid.push('HowTo: it has no step');
  for (const [index, step] of steps.entries()) {
    const texts = stepTexts(step);
    if (texts.length === 0) faults.invalid.push(`HowTo: step ${index + 1} has no text`);
    for (const text of texts) {
      if (!standsInPage(text)) faults.mismatch.push(`HowTo: step ${index + 1}, ${showText(text)}`);
    }
  }
}

function stepTexts(step: unknown): string[] {
  if (!isNode(step)) return [textOf(step)].filter((text) => text !== undefined);
  const directions = listOf(step['itemListElement'])
    .filter(isNode)
    .map((direction) => direction['text']);
  return [step['name'], step['text'], ...directions]
    .map(textOf)
    .filter((text) => text !== undefined);
}

function checkBreadcrumbs(node: LinkedNode, faults: LinkedFaults): void {
  const items = listOf(node['itemListElement']);
  if (items.length === 0) faults.invalid.push('BreadcrumbList: itemListElement is empty');
  if (items.length === 1) faults.recommended.push('BreadcrumbList: a second entry');
  for (const [index, item] of items.entries()) {
    const number = index + 1;
    if (!isNode(item) || !typesOf(item).includes('ListItem')) {
      faults.invalid.push(`BreadcrumbList: entry ${number} is no ListItem`);
      continue;
    }
    if (Number(item['position']) !== number)
      faults.invalid.push(`BreadcrumbList: the position of entry ${number} is not ${number}`);
    const target = item['item'];
    const name = textOf(item['name']) ?? (isNode(target) ? textOf(target['name']) : undefined);
    if (name === undefined) faults.invalid.push(`BreadcrumbList: entry ${number} has no name`);
    const url = isNode(target) ? textOf(target['@id'] ?? target['url']) : textOf(target);
    // The last entry is the page itself, which needs no address.
    if (url === undefined ? number < items.length : !/^https?:\/\//iu.test(url))
      faults.invalid.push(`BreadcrumbList: entry ${number} has no absolute address`);
  }
}
