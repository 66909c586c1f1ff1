import { maximumFacetValues } from '../../db/facet.ts';
import type { End } from '../../db/keyset.ts';
import type { Selected } from '../collect-fields.ts';
import type { Facet } from '../listing.ts';
import { partOf } from '../field-spec.ts';
import type { PartSpec } from '../field-spec.ts';
import type { Estimating, EstimatedSource } from './estimating.ts';
import type { Occurring } from './work.ts';

/** A connection, as often as it occurs. */
export type EstimatedList = {
  /** How many connections there are, one for each row around them. */
  connections: number;
  /** The rows that are shown, in all connections together. */
  nodes: EstimatedSource;
  /** The same of the edges, where these have fields of their own. */
  edges: EstimatedSource;
  /** How many rows are read to count them all once, in all connections together. */
  counted: number;
  /** How many rows are read to count them once and for all: fewer where the import has counted them. */
  total?: number;
  /** Whether the import has counted the values of a facet. */
  isCounted?: (facet: Facet) => boolean;
  /** At which ends a cursor is given, and how many rows are read to see whether there are any beyond one. */
  ends: readonly End[];
  beyond: number;
  /** How many bytes the cursors of rows hold, beside the name of their order. */
  keyBytes: (at: Occurring) => number;
};

type EstimatePart = (estimating: Estimating, part: Selected, listed: EstimatedList) => void;

/** What each part of a connection costs; within edges and page info others are asked of the same. */
const parts: { [Part in PartSpec['part']]: EstimatePart } = {
  nodes(estimating, selected, { connections, nodes }) {
    estimating.read(nodes.at.rows);
    estimating.writeEmpty(connections);
    estimating.object(selected, nodes);
  },
  edges(estimating, selected, listed) {
    const { connections, nodes, edges } = listed;
    estimating.read(nodes.at.rows);
    estimating.writeEmpty(connections);
    estimating.each(selected, nodes.at.rows, (part, type) => {
      const kind = partOf(part.field)?.part;
      if (kind === 'edgeNode' || kind === 'cursor') parts[kind](estimating, part, listed);
      else estimating.field(type, part, edges);
    });
  },
  edgeNode(estimating, selected, { nodes }) {
    estimating.object(selected, nodes);
  },
  cursor(estimating, _part, { nodes, keyBytes }) {
    writeCursors(estimating, nodes.at, keyBytes);
  },
  pageInfo(estimating, selected, { connections, nodes, ends, beyond, keyBytes }) {
    // Under other names the same may be asked again.
    estimating.each(selected, connections, (part) => {
      estimating.read(connections);
      if (part.field.name.startsWith('has')) {
        // Inside the page that is seen already.
        if (ends.includes(endAt(part.field))) estimating.read(beyond);
        estimating.write('false'.length * connections);
      } else {
        const { repeats } = nodes.at;
        writeCursors(estimating, { rows: connections, repeats }, keyBytes);
      }
    });
  },
  totalCount(estimating, _part, { connections, counted, total = counted }) {
    estimating.read(total);
    estimating.write(10 * connections);
  },
  facets(estimating, selected, listed) {
    estimating.each(selected, listed.connections, (part) => {
      parts.facet(estimating, part, listed);
    });
  },
  facet(estimating, part, { connections, counted, isCounted }) {
    const first = Number(estimating.argumentsOf(part)['first']);
    const most = Math.max(0, Math.min(first, maximumFacetValues));
    const values = Math.min(counted, connections * most);
    const spec = partOf(part.field);
    const isStored = spec?.part === 'facet' && isCounted?.(spec.facet);
    estimating.read((isStored ? 0 : readingsOfFacet * counted) + values);
    estimating.writeEmpty(connections);
    estimating.write(values * valueBytes * part.sets.length);
  },
};

/** Beyond which cursor a field of the page info looks. */
const endAt = ({ name }: Selected['field']): End => (name === 'hasNextPage' ? 'before' : 'after');

/** A facet groups all rows, sorts the groups and names the values: as much as reading them thrice. */
const readingsOfFacet = 3;
const valueBytes = 250;

/** The parts of connections that are asked for. */
export function estimateParts(
  estimating: Estimating,
  selected: Selected,
  listed: EstimatedList,
): void {
  estimating.each(selected, listed.connections, (part) => {
    const kind = partOf(part.field)?.part;
    if (kind) parts[kind](estimating, part, listed);
  });
}

/** What a cursor holds beside its keys: the name of its order, marks between. */
const ofOrder = 60;

function writeCursors(
  estimating: Estimating,
  at: Occurring,
  keyBytes: EstimatedList['keyBytes'],
): void {
  // Four characters for three bytes.
  estimating.write(((ofOrder * at.rows + keyBytes(at)) * 4) / 3);
}
