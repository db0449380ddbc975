import { examineLinkedData } from '../json-ld/examine-linked-data.ts';
import { HTML_ONLY, type Rule } from '../rule.ts';

export const jsonLdMissing: Rule = {
  id: 'json-ld-missing',
  severity: 'note',
  appliesTo: HTML_ONLY,
  wants: 'Linked data (`<script type="application/ld+json">`).',
  remedy: 'Describe the page as an Article of schema.org.',
  check: ({ jsonLd }) =>
    jsonLd.length === 0 ? [{ message: 'The page has no linked data (JSON-LD).' }] : [],
};

export const jsonLdInvalid: Rule = {
  id: 'json-ld-invalid',
  severity: 'error',
  appliesTo: HTML_ONLY,
  wants:
    'Linked data that is JSON of schema.org with what its type needs (Article, BlogPosting, NewsArticle, TechArticle, FAQPage, HowTo, BreadcrumbList), absolute addresses and ISO 8601 dates.',
  remedy: 'Correct the property; search engines ignore linked data with errors.',
  check: (page) => examineLinkedData(page).invalid,
};

export const jsonLdRecommended: Rule = {
  id: 'json-ld-recommended',
  severity: 'note',
  appliesTo: HTML_ONLY,
  wants: 'An author, a date of publication and a picture in the linked data of an article.',
  remedy: 'Add the properties where they are known.',
  check: (page) => examineLinkedData(page).recommended,
};

export const jsonLdMismatch: Rule = {
  id: 'json-ld-mismatch',
  severity: 'error',
  appliesTo: HTML_ONLY,
  wants:
    'Headlines, questions, answers and steps in the linked data that the reader sees in the page too.',
  remedy: 'Use the words of the page; search engines take others for deceit.',
  check: (page) => examineLinkedData(page).mismatch,
};
