import { seedBounds } from '../limits.ts';
import { builder } from './builder.ts';
import { checkConnection, checkListing } from './check.ts';
import { clauseConnection, clauseListing } from './clause.ts';
import { CheckKind, CheckReason, LinkBasis, RequiredPart } from './enums.ts';
import { numeralConnection, numeralListing } from './numeral.ts';

/** No report has more items of frameworks, or parts, than this. */
const maximumItems = seedBounds.ofReport;

const Coverage = builder.drizzleObject('reports', {
  variant: 'Coverage',
  description: 'How much of a report is accounted for, and what it lacks (覆盖).',
  select: { columns: {} },
  fields: (t) => ({
    numeralCount: t.exposeInt('numeralCount', { description: 'How many numerals the text holds.' }),
    quantityCount: t.exposeInt('quantityCount', {
      description: 'How many of them are quantities.',
    }),
    claimedCount: t.exposeInt('claimedCount', {
      description: 'How many quantities an outcome, a target or a problem claims.',
    }),
    outcomeFigureCount: t.exposeInt('outcomeFigureCount', {
      description: 'How many of these are the figure or baseline of an outcome.',
    }),
    targetFigureCount: t.exposeInt('targetFigureCount', {
      description: 'How many of them are the figure or baseline of a target.',
    }),
    problemFigureCount: t.exposeInt('problemFigureCount', {
      description: 'How many of them are figures of a problem.',
    }),
    waivedCount: t.exposeInt('waivedCount', {
      description: 'How many quantities belong to no fact, each with a reason.',
    }),
    unclaimed: t.related(numeralListing, {
      description: 'The quantities that no fact claims; the waiver of each says why.',
      connection: numeralConnection,
      relation: 'unclaimed',
    }),
    unreviewedCount: t.exposeInt('unreviewedCount', {
      description:
        'How many of its facts a rule said and nobody has reviewed yet: measures, outcomes, links, targets, problems, documents, organizations and honours.',
    }),
    linkBases: t.relation('linkBases', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumItems },
      description: 'How many of its links rest on each basis, none included.',
    }),
    clauseCount: t.exposeInt('clauseCount', {
      description:
        'How many clauses the text has, from one comma, semicolon or full stop to the next; quotations, titles and brackets are not cut.',
    }),
    coveredClauseCount: t.exposeInt('coveredClauseCount', {
      description:
        'How many of them lie for at least half in the words of a measure, an outcome, a target, a problem, a link, a document or an honour.',
    }),
    headingClauseCount: t.exposeInt('headingClauseCount', {
      description: 'How many of the others are headings, which prove nothing.',
    }),
    waivedClauseCount: t.exposeInt('waivedClauseCount', {
      description: 'How many of the rest tell no act and no result, each with a reason.',
    }),
    characterCount: t.exposeInt('clauseCharacters', {
      description: 'How many characters the clauses have, in Unicode code points.',
    }),
    coveredCharacterCount: t.exposeInt('coveredCharacters', {
      description: 'How many of them lie in such words or in headings.',
    }),
    untranslatedCount: t.exposeInt('untranslatedCount', {
      description:
        'How many titles and labels of it, its sections, measures, outcomes, targets, problems and their figures, documents, honours and own units are there in Chinese alone.',
    }),
    uncovered: t.related(clauseListing, {
      description: 'The clauses that no fact rests on; the waiver of some says why.',
      connection: clauseConnection,
      relation: 'uncovered',
    }),
    possibleCheckCount: t.exposeInt('possibleCheckCount', {
      description:
        'How many checks its figures call for: every check of the report but REMAINDER, which nothing is stated for, and besides one for every rate in per cent that none of its RATIO checks takes in.',
    }),
    madeCheckCount: t.exposeInt('madeCheckCount', {
      description:
        'How many of them came to a verdict, be it HOLDS or DOES_NOT_FOLLOW; why the others did not is in `unmadeChecks`.',
    }),
    checkKinds: t.relation('checkKinds', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumItems },
      description:
        'The same for every kind of check, none included. Those of the kinds RESTATED and TARGET are called for only by what an earlier report of the place that is held tells too, or said would be reached.',
    }),
    unmadeChecks: t.relation('unmadeChecks', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumItems },
      description:
        'Why checks could not be made, kind by kind; the counts come to those that are possible and not made.',
    }),
    requiredParts: t.relation('parts', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumItems },
      description: 'The five parts of the statutory annual report, there or missing.',
    }),
    frameworkItems: t.relation('frameworkItems', {
      query: { orderBy: { itemId: 'asc' }, limit: maximumItems },
      description:
        'Every item of every framework, with how many measures serve it, none included; planned ones are counted by themselves.',
    }),
  }),
});

builder.drizzleObject('reportParts', {
  name: 'PartCoverage',
  description: 'Whether a report has one part of the statutory annual report.',
  select: { columns: {} },
  fields: (t) => ({
    part: t.expose('part', {
      type: RequiredPart,
      description: 'Which of the five required parts.',
    }),
    isPresent: t.exposeBoolean('present', { description: 'Whether the text has it.' }),
    evidence: t.relation('evidence', {
      nullable: true,
      description: 'Words of the part; there where it is present.',
    }),
  }),
});

builder.drizzleObject('reportLinkBases', {
  name: 'BasisCoverage',
  description: 'How many links of a report rest on one basis.',
  select: { columns: {} },
  fields: (t) => ({
    basis: t.expose('basis', { type: LinkBasis, description: 'What the links rest on.' }),
    linkCount: t.exposeInt('linkCount', { description: 'How many links rest on it.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'The same in per cent of all links, to two decimals; null without links.',
    }),
  }),
});

builder.drizzleObject('reportCheckKinds', {
  name: 'CheckKindCoverage',
  description: 'How many checks of one kind a report’s figures call for, and how many were made.',
  select: { columns: {} },
  fields: (t) => ({
    kind: t.expose('kind', { type: CheckKind, description: 'Which relation they look at.' }),
    possibleCount: t.exposeInt('possibleCount', {
      description:
        'How many the figures call for: wholes with their parts, figures with a baseline, rates in per cent, facts told twice, figures told again after an earlier report, and what a curator declares.',
    }),
    madeCount: t.exposeInt('madeCount', {
      description: 'How many of them came to a verdict, HOLDS or DOES_NOT_FOLLOW.',
    }),
  }),
});

builder.drizzleObject('reportUnmadeChecks', {
  name: 'UnmadeCheckCoverage',
  description: 'How many checks of one kind could not be made for one reason.',
  select: { columns: {} },
  fields: (t) => ({
    kind: t.expose('kind', { type: CheckKind, description: 'Which relation they look at.' }),
    reason: t.expose('reason', {
      type: CheckReason,
      description:
        'Why they could not be made; of a rate for which neither count nor base is named, NOT_TOLD.',
    }),
    checkCount: t.exposeInt('checkCount', { description: 'How many there are.' }),
  }),
});

builder.drizzleObject('reportFrameworkItems', {
  name: 'FrameworkItemCoverage',
  description: 'How many measures of a report serve one item of a framework, or a point below it.',
  select: { columns: {} },
  fields: (t) => ({
    item: t.relation('item', { description: 'The item of the framework.' }),
    measureCount: t.exposeInt('measureCount', {
      description:
        'How many measures serve it, or a point below it, that were carried out, each counted once.',
    }),
    plannedCount: t.exposeInt('plannedCount', {
      description:
        'How many planned measures will serve it or a point below it, each counted once.',
    }),
  }),
});

builder.drizzleObjectFields('reports', (t) => ({
  coverage: t.variant(Coverage, {
    description: 'How much of the text is accounted for, and what it lacks.',
  }),
  numerals: t.related(numeralListing, {
    description: 'Every numeral of its text.',
    connection: numeralConnection,
    relation: 'numerals',
  }),
  checks: t.related(checkListing, {
    description: 'What its figures say about each other.',
    connection: checkConnection,
    relation: 'checks',
  }),
}));
