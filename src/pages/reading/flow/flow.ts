import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { fill } from '../../language/messages.ts';
import type { Placed } from '../placed.ts';
import type { ReportView } from '../view.ts';
import { chainItem, planItem } from './chain.ts';
import { outcomeChains, planChains, tellingChains } from './chains.ts';
import type { Chain } from './chains.ts';

/** Where the flow of a report that tells of anything stands on its page, and in it what is planned. */
export const flowMarks = { whole: 'flow', plans: 'plans' } as const;

/** What was done and what came of it, with the figures, at the head of the report; the whole unfolds. */
export function flowOf(view: ReportView, placed: Placed): Content {
  const sections = outcomeChains(view, placed);
  const plans = planChains(view, placed);
  if (sections.length === 0 && plans.length === 0) return null;
  const { words } = view.site;
  return html`<section id="${flowMarks.whole}" class="flow" aria-labelledby="flow-title">
    <h2 id="flow-title">${words.theFlow}</h2>
    ${doneFlow(view, sections)} ${planFlow(view, plans)}
  </section>`;
}

function doneFlow(view: ReportView, sections: ReturnType<typeof outcomeChains>): Content {
  const { words, language } = view.site;
  const telling = tellingChains(sections);
  const measures = sections.flatMap(({ chains }) => chains);
  const outcomes = new Set(measures.flatMap((chain) => chain.outcomes));
  const shown = telling.flatMap((chain) => chain.outcomes).length;
  const counts = { measures: measures.length, outcomes: outcomes.size };
  if (measures.length === 0) return null;
  return html`${telling.length > 0 && chainList(view, telling, chainItem)}
  ${
    shown < outcomes.size + measures.filter((chain) => chain.outcomes.length === 0).length &&
    html`<details>
      <summary>${fill(words.flowWhole, counts)}</summary>
      ${sections.map(
        ({ section, chains }) =>
          html`<h3>${inWords(section.title, language)}</h3>
            ${chainList(view, chains, chainItem)}`,
      )}
    </details>`
  }`;
}

/** So many plans are seen at once; the rest unfold. */
const shownPlans = 4;

function planFlow(view: ReportView, plans: readonly Chain[]): Content {
  const { words } = view.site;
  if (plans.length === 0) return null;
  const rest = plans.slice(shownPlans);
  return html`<h3 id="${flowMarks.plans}">${words.planFlow}</h3>
    ${chainList(view, plans.slice(0, shownPlans), planItem)}
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${fill(words.planRest, { count: rest.length })}</summary>
        ${chainList(view, rest, planItem)}
      </details>`
    }`;
}

const chainList = (
  view: ReportView,
  chains: readonly Chain[],
  item: (view: ReportView, chain: Chain) => Html,
): Html => html`<ul class="chains">
  ${chains.map((chain) => item(view, chain))}
</ul>`;
