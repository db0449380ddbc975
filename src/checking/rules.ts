import type { Rule, RuleId } from './rule.ts';
import * as content from './rules/content-rules.ts';
import * as descriptions from './rules/description-rules.ts';
import * as figures from './rules/figure-rules.ts';
import * as heads from './rules/head-rules.ts';
import * as headings from './rules/heading-rules.ts';
import * as keywords from './rules/keyword-rules.ts';
import * as lengths from './rules/length-rules.ts';
import * as linkedData from './rules/linked-data-rules.ts';
import * as links from './rules/link-rules.ts';
import * as titles from './rules/title-rules.ts';

/** Every rule of a page, in the order in which documentation lists them. */
export const RULES = {
  'title-missing': titles.titleMissing,
  'title-length': titles.titleLength,
  'title-duplicate': titles.titleDuplicate,
  'description-missing': descriptions.descriptionMissing,
  'description-length': descriptions.descriptionLength,
  'figure-unsaid': figures.figureUnsaid,
  'keyword-title': keywords.keywordTitle,
  'keyword-introduction': keywords.keywordIntroduction,
  'keyword-heading': keywords.keywordHeading,
  'keyword-slug': keywords.keywordSlug,
  'keyword-rare': keywords.keywordRare,
  'keyword-stuffing': keywords.keywordStuffing,
  'page-empty': content.pageEmpty,
  'h1-missing': headings.h1Missing,
  'h1-several': headings.h1Several,
  'heading-order': headings.headingOrder,
  'heading-empty': headings.headingEmpty,
  'heading-duplicate': headings.headingDuplicate,
  'section-empty': headings.sectionEmpty,
  'paragraph-length': lengths.paragraphLength,
  'sentence-length': lengths.sentenceLength,
  readability: lengths.readabilityRule,
  'word-count': content.wordCount,
  'faq-missing': content.faqMissing,
  'placeholder-text': content.placeholderText,
  'hidden-characters': content.hiddenCharacters,
  'active-markup': content.activeMarkup,
  'front-matter-invalid': content.frontMatterInvalid,
  'link-unsafe': links.linkUnsafe,
  'link-broken': links.linkBroken,
  'link-anchor': links.linkAnchor,
  'link-text': links.linkText,
  'links-internal': links.linksInternal,
  'links-external': links.linksExternal,
  'image-alt': links.imageAlt,
  'json-ld-missing': linkedData.jsonLdMissing,
  'json-ld-invalid': linkedData.jsonLdInvalid,
  'json-ld-recommended': linkedData.jsonLdRecommended,
  'json-ld-mismatch': linkedData.jsonLdMismatch,
  'canonical-missing': heads.canonicalMissing,
  'canonical-invalid': heads.canonicalInvalid,
  'open-graph': heads.openGraph,
  'twitter-card': heads.twitterCard,
  'language-missing': heads.languageMissing,
  noindex: heads.noindex,
} satisfies Record<RuleId, Rule>;
