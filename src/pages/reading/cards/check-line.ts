import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { checkNames, verdictNameOf } from '../../language/labels.ts';
import type { Site } from '../../site.ts';
import type { Check } from '../report-data.ts';

const signs = { HOLDS: '✓', DOES_NOT_FOLLOW: '✗', CANNOT_BE_CHECKED: '?' } as const;

/** One check with its working. */
export const checkLine = (
  {
    kind,
    verdict,
    explanation,
    frameworkItem,
  }: Pick<Check, 'kind' | 'verdict' | 'explanation' | 'frameworkItem'>,
  { language, words }: Site,
  place: { id: string; table: Content } | null = null,
): Html =>
  html`<li${place && html` id="${place.id}"`} class="check ${verdict.toLowerCase().replaceAll('_', '-')}">
    <span class="sign" aria-hidden="true">${signs[verdict]}</span>
    <b>${checkNames[kind][language]}${words.colon}${verdictNameOf(kind, verdict)[language]}</b> ·
    <span>${inWords(explanation, language)}</span>
    ${frameworkItem?.norm && html`<a href="${frameworkItem.norm.source}" title="${frameworkItem.title}"><q lang="zh">${frameworkItem.norm.quote}</q></a>`}
    ${place?.table}
  </li>`;
