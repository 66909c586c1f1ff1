import { sankey, sankeyLeft } from 'd3-sankey';
import type { SankeyGraph } from 'd3-sankey';
import { cardOf } from '../quotes.ts';
import type { ReportView } from '../view.ts';

/** A section, a measure or an outcome, in the first, second or third column. */
type FlowNode = { id: string; name: string; tone: string; column: 0 | 1 | 2 };
type FlowLink = { source: string; target: string; value: number; tone: string };

/** Nodes and links with their places in the picture. */
export type Flow = SankeyGraph<FlowNode, FlowLink> & { height: number };

/** The columns' left edges end here; the last one's names stand to the right of it. */
const flowWidth = 850;

const rowHeight = 17;

/**
 * The way from sections over measures to outcomes, laid out with each column in the text's order;
 * heights and widths count outcomes.
 */
export function layOutFlow(view: ReportView): Flow {
  const { report, measures, outcomes } = view;
  const measured = new Set(measures.map(({ code }) => code));
  const links = view.links.filter(({ measure }) => measured.has(measure.code));
  const reached = new Set(links.map(({ outcome }) => outcome.code));
  const sections = report.sections.filter(({ code }) =>
    measures.some(({ section }) => section.code === code),
  );
  const linked = outcomes.filter(({ code }) => reached.has(code));
  const nodes = nodesOf({ sections, measures, outcomes: linked });
  const flows = linksOf({ sections, measures, outcomes, links });
  if (flows.length === 0) return { nodes: [], links: [], height: 0 };
  const height = Math.max(reached.size, measures.length, 1) * rowHeight + 16;
  const place = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyLeft)
    .nodeSort(null)
    .linkSort(null)
    .nodeWidth(7)
    .nodePadding(6)
    .extent([
      [0, 8],
      [flowWidth, height - 8],
    ]);
  return { ...place({ nodes, links: flows }), height };
}

type FlowFacts = Pick<ReportView, 'measures' | 'outcomes'> & {
  sections: ReportView['report']['sections'];
};

const nodesOf = ({ sections, measures, outcomes }: FlowFacts): FlowNode[] => [
  ...sections.map(({ code, title }) => ({
    id: cardOf.section(code),
    name: title,
    tone: 'section',
    column: 0 as const,
  })),
  ...measures.map(({ code, title }) => ({
    id: cardOf.measure(code),
    name: title,
    tone: 'measure',
    column: 1 as const,
  })),
  ...outcomes.map(({ code, label, level }) => ({
    id: cardOf.outcome(code),
    name: label,
    tone: level.toLowerCase(),
    column: 2 as const,
  })),
];

function linksOf(facts: FlowFacts & Pick<ReportView, 'links'>): FlowLink[] {
  const { sections, measures, outcomes, links } = facts;
  const perMeasure = Map.groupBy(links, ({ measure }) => measure.code);
  const levelOf = new Map(outcomes.map(({ code, level }) => [code, level.toLowerCase()]));
  const sectionOf = new Map(sections.map(({ code }) => [code, cardOf.section(code)]));
  return [
    ...measures.map(({ code, section }) => ({
      source: sectionOf.get(section.code) ?? '',
      target: cardOf.measure(code),
      value: perMeasure.get(code)?.length ?? 0,
      tone: 'section',
    })),
    ...links.map(({ measure, outcome }) => ({
      source: cardOf.measure(measure.code),
      target: cardOf.outcome(outcome.code),
      value: 1,
      tone: levelOf.get(outcome.code) ?? 'outcome',
    })),
  ];
}
