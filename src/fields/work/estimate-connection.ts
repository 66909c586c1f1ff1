import { storedCount, storedValues } from '../../db/statistics/stored-counts.ts';
import type { Selected } from '../collect-fields.ts';
import { orderOfPage } from '../listed-page.ts';
import { feltBy, filterOf } from '../listing.ts';
import type { FilterValue, Listing } from '../listing.ts';
import { endsOf, sizeOf } from '../page.ts';
import type { PageArguments } from '../page.ts';
import { estimateParts } from './estimate-parts.ts';
import type { EstimatedList } from './estimate-parts.ts';
import { rowsIn, tableAt } from './estimating.ts';
import type { Estimating, EstimatedSource, EstimateKind } from './estimating.ts';
import { filterRows, namedRows, rowsToName } from './filter-work.ts';
import { columnBytes, follow, reachedFrom } from './work.ts';

/** The rows of a listing page by page: all, or those that a relation reaches from rows. */
export const estimateConnection: EstimateKind<'connection'> = (
  estimating,
  selected,
  { listing, reach },
  source,
) => {
  const args: PageArguments = estimating.argumentsOf(selected);
  const list = reach
    ? related(estimating, args, { listing, ...reach }, source)
    : all(estimating, selected, { listing, args });
  const { cursorColumns } = orderOfPage(listing, args);
  const { table } = listing;
  const keyBytes: EstimatedList['keyBytes'] = (at) =>
    cursorColumns
      .map((column) => columnBytes(estimating.statistics, { table, column }, at))
      .reduce((sum, bytes) => sum + bytes, 0);
  estimateParts(estimating, selected, { ...list, keyBytes });
};

type Rows = Omit<EstimatedList, 'keyBytes'>;

function all(
  estimating: Estimating,
  selected: Selected,
  { listing, args }: { listing: Listing; args: PageArguments },
): Rows {
  const { statistics } = estimating;
  const { filter } = args;
  const { table } = listing;
  const there = statistics.rows(table);
  const codes = namedRows(filter);
  const named = Math.min(there, codes ?? there);
  if (codes !== null) estimating.read(rowsToName(statistics, table, codes));
  const counted = filter
    ? filterRows(statistics, { listing, filter }, { rows: named, repeats: 1 })
    : there;
  const rows = Math.min(sizeOf(args), named);
  const held = rows + 1;
  estimating.readPage(selected, { reckoned: filter ? counted : held, held });
  const nodes = { table, at: { rows, repeats: 1 } };
  const [ends, beyond] = [endsOf(args), filter ? counted : 1];
  return {
    connections: 1,
    nodes,
    edges: nodes,
    counted,
    ends,
    beyond,
    ...storedOf(listing, filter),
  };
}

/** What of a list is told from what the import has counted, whose values are looked up one by one. */
function storedOf(listing: Listing, filter: FilterValue): Pick<Rows, 'total' | 'isCounted'> {
  const given = Object.values(filter ?? {}).filter((value) => value != null);
  if (given.length > 1) return {};
  const asked = filterOf(listing, filter);
  const isStored = storedCount(listing.table, asked) !== null;
  return {
    ...(isStored && { total: 1 + given.flat().length }),
    isCounted: (facet) =>
      storedValues(listing.table, facet.column, filterOf(listing, feltBy(filter, facet))) !== null,
  };
}

function related(
  estimating: Estimating,
  args: PageArguments,
  { listing, relation, through }: { listing: Listing; relation: string; through: string | null },
  source: EstimatedSource,
): Rows {
  const { statistics } = estimating;
  const { table, at } = rowsIn(source);
  const step = { from: table, relation, most: sizeOf(args) };
  const reached = { rows: reachedFrom(statistics, step, at), repeats: at.repeats };
  const { filter } = args;
  // All that a row reaches is read to be put in order.
  const counted = filter ? filterRows(statistics, { listing, filter }, reached) : reached.rows;
  estimating.read(at.rows + counted);
  const edges = { table: tableAt(table, relation), at: follow(statistics, step, at) };
  const far = through && { from: edges.table, relation: through };
  const nodes = far ? { table: listing.table, at: follow(statistics, far, edges.at) } : edges;
  return { connections: at.rows, nodes, edges, counted, ends: endsOf(args), beyond: counted };
}
