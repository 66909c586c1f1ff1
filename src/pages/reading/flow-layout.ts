import { sankey, sankeyLeft } from 'd3-sankey';
import type { SankeyGraph } from 'd3-sankey';
import { cardOf } from './quotes.ts';
import { sectionId } from './section-id.ts';
import type { ReportView } from './view.ts';

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
export function layOutFlow({ report, measures, outcomes, links }: ReportView): Flow {
  const measureOf = new Map(measures.map((measure) => [measure.code, measure]));
  const linked = links.filter(({ measure }) => measureOf.has(measure.code));
  const perMeasure = Map.groupBy(linked, ({ measure }) => measure.code);
  const reached = new Set(linked.map(({ outcome }) => outcome.code));
  const sections = report.sections.filter(({ code }) =>
    measures.some(({ section }) => section.code === code),
  );
  const levelOf = new Map(outcomes.map(({ code, level }) => [code, level.toLowerCase()]));
  const sectionOf = new Map(sections.map(({ code, ordinal }) => [code, sectionId(ordinal)]));
  const nodes: FlowNode[] = [
    ...sections.map(({ ordinal, title }) => ({
      id: sectionId(ordinal),
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
    ...outcomes
      .filter(({ code }) => reached.has(code))
      .map(({ code, label, level }) => ({
        id: cardOf.outcome(code),
        name: label,
        tone: level.toLowerCase(),
        column: 2 as const,
      })),
  ];
  const flows: FlowLink[] = [
    ...measures.map(({ code, section }) => ({
      source: sectionOf.get(section.code) ?? '',
      target: cardOf.measure(code),
      value: perMeasure.get(code)?.length ?? 0,
      tone: 'section',
    })),
    ...linked.map(({ measure, outcome }) => ({
      source: cardOf.measure(measure.code),
      target: cardOf.outcome(outcome.code),
      value: 1,
      tone: levelOf.get(outcome.code) ?? 'outcome',
    })),
  ];
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
  if (flows.length === 0) return { nodes: [], links: [], height: 0 };
  return { ...place({ nodes, links: flows }), height };
}
