import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveQuestions } from '../../../src/research/derive-questions.ts';

const template = {
  questions: [
    'What is {{ keyword }}?',
    'How does {{ keyword }} work?',
    'How much does {{ keyword }} cost?',
    'How do you choose {{ keyword }}?',
  ],
};

describe('deriveQuestions', () => {
  it('puts a plain subject into the questions of the template', () => {
    expect(deriveQuestions('remote onboarding', template)).toEqual([
      'What is remote onboarding?',
      'How does remote onboarding work?',
      'How much does remote onboarding cost?',
      'How do you choose remote onboarding?',
    ]);
  });

  it('makes the verb agree with a plural', () => {
    expect(deriveQuestions('heat pumps', template).slice(0, 3)).toEqual([
      'What are heat pumps?',
      'How do heat pumps work?',
      'How much do heat pumps cost?',
    ]);
    expect(deriveQuestions('glass', template)[0]).toBe('What is glass?');
  });

  it('asks about the action of a how-to, never about “how to”', () => {
    const questions = deriveQuestions('how to compost at home', template);
    expect(questions[0]).toBe('How do you compost at home step by step?');
    expect(questions.join(' ')).not.toMatch(/how to/iu);
  });

  it('asks about both sides of a comparison', () => {
    expect(deriveQuestions('hot vs cold composting', template)).toEqual([
      'What is the difference between hot and cold composting?',
      'Which is better, hot or cold composting?',
      'What are the advantages of hot composting?',
      'What are the advantages of cold composting?',
    ]);
  });

  it('asks how to choose what is searched as the best', () => {
    expect(deriveQuestions('best compost bins', template)[0]).toBe(
      'How do you choose compost bins?',
    );
  });

  it.each(['heat pump running costs', 'e-bike battery life', 'heat pump noise'])(
    'does not ask of one side of a subject as if it were the subject: %s',
    (keyword) => {
      const questions = deriveQuestions(keyword, template);
      expect(questions[0]).toBe(`What influences ${keyword}?`);
      expect(questions).toHaveLength(4);
      for (const question of questions) expect(question).not.toMatch(/\bcosts? cost|\bwork\?$/);
    },
  );

  it('does not wrap a question into a question', () => {
    const questions = deriveQuestions('How long does an e-bike battery last?', template);
    expect(questions).toHaveLength(4);
    for (const question of questions) {
      expect(question).toMatch(/^How long does an e-bike battery last: /u);
    }
  });

  it('repeats neither the keyword nor a question, and keeps to the limit', () => {
    const doubled = {
      questions: ['{{ keyword }}', 'What is {{ keyword }}?', 'what is {{ keyword }}'],
    };
    expect(deriveQuestions('Bokashi', doubled)).toEqual(['What is Bokashi?']);
    expect(deriveQuestions('Bokashi', template, { limit: 3 })).toHaveLength(3);
  });

  it('stays within what a search takes, whatever the keyword', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), (keyword) => {
        const questions = deriveQuestions(keyword, template);
        expect(questions.length).toBeLessThanOrEqual(4);
        for (const question of questions) expect(question.length).toBeLessThanOrEqual(400);
      }),
    );
  });

  it('takes Liquid in a keyword as text', () => {
    expect(deriveQuestions('{{ 7 | times: 6 }}', template)[0]).toBe('What is {{ 7 | times: 6 }}?');
  });
});
