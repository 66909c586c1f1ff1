import { checksOf, linksOf } from './relations.ts';
import { leaveToReview } from './reviews.ts';
import type { Facts, SectionFacts } from './facts.ts';
import { formed } from './form.ts';
import { tellMeasure } from './measure.ts';
import type { ToldFigures } from './draw.ts';
import { tellOpening, tellRemainder } from './frame.ts';
import { carryOn, earlierPlan, planOf } from './plan.ts';
import { governmentOf, sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { SyntheticSection } from './template.ts';
import { decisions } from './templates/decisions.ts';
import { disputes } from './templates/disputes.ts';
import { education } from './templates/education.ts';
import { enforcement } from './templates/enforcement.ts';
import { institutions } from './templates/institutions.ts';
import { leadership } from './templates/leadership.ts';
import { services } from './templates/services.ts';

export type Composed = { code: string; text: string; facts: Facts };

const sections = [
  leadership,
  services,
  institutions,
  decisions,
  enforcement,
  disputes,
  education,
] as const;

/** How many of the measures a report tells of. */
const share = 0.92;

const ordinals = ['一是', '二是', '三是', '四是', '五是'];

/** A synthetic report: its text, and the facts that it states. The same for the same two numbers. */
export function composeReport(index: number, seed: number): Composed {
  const scene = sceneOf(index, seed);
  const told: ToldFigures = new Map();
  const opening = tellOpening(scene);
  const facts: Facts = {
    report: {
      kind: scene.random.pick([
        'STATUTORY_ANNUAL',
        'STATUTORY_ANNUAL',
        'STATUTORY_ANNUAL',
        'OTHER',
      ]),
      title: scene.wordBoth([
        '【合成】{county}{year}年法治政府建设情况报告',
        'Synthetic report on law-based government of {county} in {year}',
      ]),
      place: scene.county.code,
      publisher: governmentOf(scene.county),
      ...(scene.random.chance(0.7) && { publishedOn: `${scene.year + 1}-02-2${index % 9}` }),
      period: {
        text: `${scene.year}年度`,
        quote: `${scene.year}年度法治政府建设`,
        edtf: String(scene.year),
      },
    },
    organizations: opening.organizations,
    documents: [...opening.documents],
    honours: opening.honours,
    sections: [opening.section],
    links: [],
    checks: [],
    waivers: opening.waivers,
    parts: [...opening.parts],
  };
  const paragraphs = [...opening.paragraphs];
  for (const section of sections) {
    if (scene.random.chance(0.04)) continue;
    const { words, facts: own, documents } = tellSection(scene, section, told);
    paragraphs.push(words);
    facts.sections.push(own);
    facts.documents.push(...documents);
  }
  const earlier = earlierPlan(index, seed);
  const remainder = tellRemainder(scene, planOf(index, seed), earlier);
  paragraphs.push(...remainder.paragraphs);
  carryOn(scene, facts.sections, earlier);
  facts.sections.push(...remainder.sections);
  facts.parts.push(...remainder.parts);
  facts.checks = checksOf(facts.sections);
  facts.links = linksOf(facts.sections);
  leaveToReview(facts, index);
  return formed(index, seed, { code: scene.code, paragraphs, facts });
}

function tellSection(scene: Scene, section: SyntheticSection, told: ToldFigures) {
  const heading = scene.word(section.heading);
  const facts: SectionFacts = {
    code: section.code,
    title: scene.wordBoth(section.title),
    starts: heading,
    heading,
    measures: [],
  };
  const documents: Facts['documents'] = [];
  const points: string[] = [];
  for (const measure of section.measures) {
    if (!scene.random.chance(share)) continue;
    const point = tellMeasure(scene, measure, told);
    points.push(`${ordinals[points.length] ?? ''}${point.words}`);
    facts.measures.push(point.facts);
    documents.push(...point.documents);
  }
  return { words: `${heading}。${points.join('')}`, facts, documents };
}
