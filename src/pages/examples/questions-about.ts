import { html } from '../html.ts';
import type { Content } from '../html.ts';
import { address } from '../language/language.ts';
import type { Site } from '../site.ts';
import { examplePath, knownExamples } from './known-examples.ts';

/** What is asked first of a place or of a report; by the names of the examples. */
const questionsOf = {
  places: [
    'what-does-not-add-up',
    'promises-kept-and-broken',
    'plans-and-their-follow-up',
    'problems-without-an-answer',
    'biggest-cuts',
    'measures-without-figures',
    'measures-carried-on',
    'honours',
  ],
  report: [
    'what-does-not-add-up',
    'what-is-missing',
    'promises-kept-and-broken',
    'measures-without-figures',
    'measures-to-outcomes',
    'documents-and-issuers',
    'careful-figures',
  ],
} as const;

/** The example questions about one place or one report, each with the way to its answer. */
export const questionsAbout = (
  { language }: Pick<Site, 'language'>,
  variable: keyof typeof questionsOf,
  code: string,
): readonly Content[] =>
  questionsOf[variable].flatMap((slug) => {
    const known = knownExamples.find((example) => example.slug === slug);
    if (!known) return [];
    const href = address(examplePath(slug), language, { [variable]: code });
    return html`<li><a href="${href}">${known.example.question[language]}</a></li>`;
  });
