import { roleNames, thingWord } from '../../language/thing-words.ts';
import type { Answer } from '../../ask-all.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import type { Site } from '../../site.ts';
import { honourList } from '../honours.ts';
import { kindPage } from '../kind-page.ts';
import { csvHref, listOf, listing, targetLines, thingLink } from '../listed.ts';
import { restHref } from '../rest.ts';
import { sentences } from '../sentence.ts';
import type { Thing, ThingList } from '../thing.ts';

type Organization = NonNullable<Answer<'things/organization'>['organization']>;

/** The page of an organization: where reports name it, and what it has to do with. */
export const organizationPage = kindPage({
  name: 'things/organization',
  view: ({ organization }, site): Thing | null => {
    if (!organization) return null;
    const { language, words } = site;
    const { place } = organization;
    const facts: [string, Content][] = [];
    if (place)
      facts.push([words.place, thingLink('place', { ...place, label: place.name }, language)]);
    return {
      kind: 'organization',
      code: organization.code,
      title: organization.name,
      cited: { zh: organization.nameZh, en: organization.nameEn },
      tag: null,
      figure: null,
      report: null,
      quotes: [],
      facts,
      lists: [...named(organization, site), ...doings(organization, site)],
      structured: { '@type': 'GovernmentOrganization' },
    };
  },
});

/** The reports that name it, with the sentence, and those that it published. */
function named({ code, reports, publications }: Organization, site: Site): ThingList[] {
  const { language } = site;
  const report = listing('report', { language, home: null });
  return [
    ...listOf(
      thingWord('namedIn', language),
      reports.edges.map((edge) => mention(edge, site)),
      { count: reports.totalCount, more: restHref('naming', code, language) },
    ),
    ...listOf(
      thingWord('publications', language),
      publications.nodes.map((node) => report({ ...node, label: node.title, report: node })),
      { count: publications.totalCount, more: restHref('published', code, language) },
    ),
  ];
}

const mention = ({ node, evidence }: Organization['reports']['edges'][number], site: Site): Html =>
  html`<li>
    <p>${thingLink('report', { ...node, label: node.title }, site.language)}</p>
    ${sentences(site, node, [evidence])}
  </li>`;

/** What it carries out, answers for, issued and was honoured with. */
function doings(
  { code, measures, targets, documents, honours }: Organization,
  { language }: Site,
): ThingList[] {
  const within = { language, home: null };
  return [
    ...listOf(
      thingWord('measuresOf', language),
      measures.edges.map(({ node, role }) =>
        listing(
          'measure',
          within,
        )({
          ...node,
          label: node.title,
          quote: node.evidence.exact,
          how: roleNames[role][language],
        }),
      ),
      { count: measures.totalCount, more: csvHref('organization', code) },
    ),
    ...listOf(thingWord('responsibleFor', language), targetLines(targets.nodes, within), {
      count: targets.totalCount,
      more: restHref('targetsOwned', code, language),
    }),
    ...listOf(
      thingWord('documentsOf', language),
      documents.nodes.map((node) => listing('document', within)({ ...node, label: node.title })),
      { count: documents.totalCount, more: restHref('documentsIssued', code, language) },
    ),
    ...honourList(honours, language, restHref('honoursAwarded', code, language)),
  ];
}
