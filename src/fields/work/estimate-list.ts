import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { maximumFacetValues } from '../../db/facet.ts';
import type { Selected } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import type { FieldSpec } from '../field-spec.ts';
import type { FilterValue, Listing } from '../listing.ts';
import { defaultPageSize, endsOf, maximumPageSize, orderColumns } from '../page.ts';
import type { PageArguments } from '../page.ts';
import { tableAt } from './estimating.ts';
import type { Estimating, EstimatedRows } from './estimating.ts';
import { filterRows, namedRows } from './filter-work.ts';
import { columnBytes } from './leaf-bytes.ts';
import { follow, reachedFrom } from './work.ts';
import type { Occurring } from './work.ts';

/** A connection, as often as it occurs. */
export type EstimatedList = {
  /** How many connections there are, one for each row around them. */
  connections: number;
  /** The rows that are shown, in all connections together, by the type of the edges' nodes. */
  nodes: EstimatedRows;
  /** The rows of the edges, where these have fields of their own. */
  edges: EstimatedRows;
  /** How many rows are read to count them all once, in all connections together. */
  counted: number;
  /** The columns of the nodes that a cursor is made of. */
  keys: readonly string[];
  /** How many rows are read to see whether there are any beyond the cursors that are given. */
  beyond: number;
};

/** How many rows a page holds at the most. */
export const sizeOf = ({ first, last }: Pick<PageArguments, 'first' | 'last'>) =>
  Math.max(0, Math.min(first ?? last ?? defaultPageSize, maximumPageSize));

/** The rows of a listing, page by page. */
export function estimatePage(estimating: Estimating, selected: Selected, listing: Listing): void {
  const { statistics } = estimating;
  const args = estimating.argumentsOf(selected) as PageArguments;
  const all = statistics.rows(listing.table);
  const { filter } = args;
  const named = Math.min(all, namedRows(filter) ?? all);
  const counted = filter
    ? filterRows(statistics, { listing, filter }, { rows: named, repeats: 1 })
    : all;
  const rows = Math.min(sizeOf(args), named);
  estimating.read(filter ? counted : rows + 1);
  const nodes = { table: listing.table, at: { rows, repeats: 1 } };
  const { columns: keys } = orderColumns(listing, args);
  const beyond = endsOf(args).length * (filter ? counted : 1);
  const listed = { connections: 1, nodes, edges: nodes, counted, keys, beyond };
  estimateConnection(estimating, selected, listed);
}

/** The rows of a listing that a relation reaches from rows, page by page from each. */
export function estimateRelated(
  estimating: Estimating,
  selected: Selected,
  { listing, relation, through }: FieldSpec & { kind: 'related' },
  { table, at }: EstimatedRows,
): void {
  const { statistics } = estimating;
  const args = estimating.argumentsOf(selected) as PageArguments;
  const step = { from: table, relation, most: sizeOf(args) };
  const reached = { rows: reachedFrom(statistics, step, at), repeats: at.repeats };
  const { filter } = args as { filter?: FilterValue | null };
  // All that a row reaches is read to be put in order.
  const counted = filter ? filterRows(statistics, { listing, filter }, reached) : reached.rows;
  estimating.read(at.rows + counted);
  const edges = { table: tableAt(table, relation), at: follow(statistics, step, at) };
  const nodes = through
    ? {
        table: listing.table,
        at: follow(statistics, { from: edges.table, relation: through }, edges.at),
      }
    : edges;
  const { columns: keys } = orderColumns(listing, args);
  const beyond = endsOf(args).length * counted;
  const listed = { connections: at.rows, nodes, edges, counted, keys, beyond };
  estimateConnection(estimating, selected, listed);
}

type EstimateNodes = (type: GraphQLNamedType, sets: readonly SelectionSetNode[]) => void;

/** The parts of connections that are asked for; nodes that are no rows of a table by their own way. */
export function estimateConnection(
  estimating: Estimating,
  { field, sets }: Selected,
  listed: EstimatedList,
  estimateNodes: EstimateNodes = (type, inner) => {
    estimating.estimators.object(type, inner, listed.nodes);
  },
): void {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return;
  for (const part of estimating.fieldsOf(type, sets, listed.connections)) {
    estimatePart(estimating, part, listed, estimateNodes);
  }
}

function estimatePart(
  estimating: Estimating,
  part: Selected,
  listed: EstimatedList,
  estimateNodes: EstimateNodes,
): void {
  const { connections, nodes, counted } = listed;
  const type = getNamedType(part.field.type);
  switch (specOf(part.field)?.kind) {
    case 'nodes':
      estimating.read(nodes.at.rows);
      estimating.writeEmpty(connections);
      estimateNodes(type, part.sets);
      break;
    case 'edges':
      estimating.read(nodes.at.rows);
      estimating.writeEmpty(connections);
      if (isObjectType(type)) estimateEdges(estimating, { type, part }, listed, estimateNodes);
      break;
    case 'totalCount':
      estimating.read(counted);
      estimating.write(10 * connections);
      break;
    case 'facets':
      if (isObjectType(type)) estimateFacets(estimating, type, part, listed);
      break;
    default:
      if (isObjectType(type)) estimatePageInfo(estimating, { type, part }, listed);
  }
}

function estimatePageInfo(
  estimating: Estimating,
  { type, part: { sets } }: { type: GraphQLObjectType; part: Selected },
  listed: EstimatedList,
): void {
  const { connections, nodes, beyond } = listed;
  // Under other names the same may be asked again.
  for (const { field } of estimating.fieldsOf(type, sets, connections)) {
    estimating.read(connections);
    if (field.name.startsWith('has')) {
      estimating.read(beyond);
      estimating.write('false'.length * connections);
    } else {
      const { repeats } = nodes.at;
      writeCursors(estimating, listed, { rows: connections, repeats });
    }
  }
}

/** What a cursor holds beside its keys: the name of its order, marks between. */
const ofOrder = 60;

function writeCursors(
  estimating: Estimating,
  { nodes: { table }, keys }: EstimatedList,
  at: Occurring,
) {
  const bytes = keys.map((column) => columnBytes(estimating.statistics, { table, column }, at));
  const held = bytes.reduce((sum, each) => sum + each, ofOrder * at.rows);
  // Four characters for three bytes.
  estimating.write((held * 4) / 3);
}

function estimateEdges(
  estimating: Estimating,
  { type, part: { sets } }: { type: GraphQLObjectType; part: Selected },
  listed: EstimatedList,
  estimateNodes: EstimateNodes,
): void {
  const { estimators } = estimating;
  const { nodes, edges } = listed;
  for (const part of estimating.fieldsOf(type, sets, nodes.at.rows)) {
    const kind = specOf(part.field)?.kind;
    if (kind === 'edgeNode') estimateNodes(getNamedType(part.field.type), part.sets);
    else if (kind === 'cursor') writeCursors(estimating, listed, nodes.at);
    else estimators.field(type, part, edges);
  }
}

/** A facet groups all rows, sorts the groups and names the values: as much as reading them thrice. */
const readingsOfFacet = 3;
const valueBytes = 250;

const facetSize = ({ first }: Readonly<Record<string, unknown>>) =>
  Math.max(0, Math.min(Number(first), maximumFacetValues));

function estimateFacets(
  estimating: Estimating,
  type: GraphQLObjectType,
  { sets }: Selected,
  { connections, counted }: EstimatedList,
): void {
  for (const part of estimating.fieldsOf(type, sets, connections)) {
    if (specOf(part.field)?.kind !== 'facet') continue;
    const values = Math.min(counted, connections * facetSize(estimating.argumentsOf(part)));
    estimating.read(readingsOfFacet * counted + values);
    estimating.writeEmpty(connections);
    const times = valueBytes * part.sets.length;
    estimating.write(values * times);
  }
}
