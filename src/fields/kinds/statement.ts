import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { valueOf } from '../../db/count.ts';
import { countValues } from '../../db/facet.ts';
import { flag, madeListOf, typed } from '../../db/dialect.ts';
import { eachOf, itemOf, jsonArray } from '../../db/json.ts';
import type { End } from '../../db/keyset.ts';
import type { ReadDatabase } from '../../db/store.ts';
import { asGiven } from '../field-arguments.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import { anyBuilder, fieldBuilder, fieldOf } from '../field-builder.ts';
import type { WithDatabase } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { ListCosts, NamedRow } from '../field-spec.ts';
import { filterArgument, windowArguments } from '../inputs.ts';
import type { Facet } from '../listing.ts';
import { writeCursor } from '../../text/cursor.ts';
import type { CursorPart } from '../../text/cursor.ts';
import { attachCursor, endsOf, noCursor, pageOf, readJson, sizeOf, windowOf } from '../page.ts';
import type { Page, Row } from '../page.ts';
import { rowsByValue } from '../read-rows.ts';
import type { Asking } from '../read-rows.ts';
import type { Statement, StatementRows } from '../statement.ts';
import { estimateParts } from '../work/estimate-parts.ts';
import type { EstimateKind } from '../work/estimating.ts';

fieldBuilder.statement = function fieldOfStatement(statement, options) {
  const { connection, description, args } = options;
  return fieldOf(this, {
    type: connection,
    description,
    args: {
      ...args,
      ...filterArgument(this.builder, this.arg, statement.filter, statement.filtered),
      ...windowArguments(this.arg, statement.pageSize),
    },
    extensions: withSpec({ kind: 'statement', statement }),
    resolve: (_root, given: ArgumentValues, { db }) => readPage(db, statement, given),
  });
};

async function readPage(
  db: ReadDatabase,
  statement: Statement,
  args: ArgumentValues,
): Promise<Page> {
  const { check, pageSize, noun } = statement;
  check(args);
  const rows = statement.rows(asGiven(args));
  for (const end of endsOf(args)) {
    // oxlint-disable-next-line no-await-in-loop -- the first that is lost is told
    if (rows.isPlace && (await valueOf(db, flag(rows.isPlace(end)))) !== 1)
      throw noCursor(end, String(args[end]), noun);
  }
  const read = await StatementPage.read(db, rows, windowOf(args, pageSize).size + 1);
  const asides = {
    isBeyond: (end: End) => valueOf(db, flag(rows.isBeyond(end))),
    totalCount: () => valueOf(db, sql`(${rows.count()})`),
    countFacet(_name: string, facet: Facet) {
      const counted = rows.counted?.(facet);
      return counted ? valueOf(db, countValues(counted, facet)) : '[]';
    },
  };
  return pageOf(read.rows, args, asides, pageSize);
}

/** A row of a statement: its plain values, and the page that it stands on. */
export type StatementRow = { readonly page: StatementPage; readonly index: number };

const list = (parts: readonly SQLWrapper[]) => sql.join([...parts], sql`, `);
const named = (values: Readonly<Record<string, SQL>>) =>
  list(Object.entries(values).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`));

/** The rows of a page, and what is read of all of them together once one of them is asked. */
class StatementPage {
  /** What the statement's own page holds of each row, and its values. */
  readonly rows: readonly (Row & StatementRow)[];
  readonly #db: ReadDatabase;
  readonly #statement: StatementRows;
  readonly #read = new Map<unknown, Map<string, unknown>>();

  private constructor(db: ReadDatabase, statement: StatementRows, found: readonly Row[]) {
    this.#db = db;
    this.#statement = statement;
    this.rows = found.map((row, index) => ({ ...row, page: this, index }));
    for (const row of this.rows)
      attachCursor(row, writeCursor(readJson(row['(cursor)']) as CursorPart[]));
  }

  static async read(
    db: ReadDatabase,
    statement: StatementRows,
    limit: number,
  ): Promise<StatementPage> {
    const { columns, values, cursor, tables, page } = statement;
    const names = list(columns.map((name) => sql.identifier(name)));
    const own = columns.map((name) => [name, sql`p.${sql.identifier(name)}`]);
    const read = {
      ...Object.fromEntries(own),
      ...values,
      '(cursor)': jsonArray(cursor),
    };
    const found = await db.all<Row>(
      sql`with p(n, ${names}) as materialized (select row_number() over (), ${names} from (${page(sql`${limit}`)}) r) select ${named(read)} from ${tables(sql`p`)} order by p.n`,
    );
    return new StatementPage(db, statement, found);
  }

  /** What is read once for a field of all rows, by a name. */
  once<Result>(field: unknown, name: string, read: () => Result): Result {
    const known = this.#read.get(field) ?? new Map<string, unknown>();
    this.#read.set(field, known);
    if (!known.has(name)) known.set(name, read());
    return known.get(name) as Result;
  }

  /** The lists of a name, row by row; only what the page does not hold already is read. */
  lists(name: string): Promise<readonly (readonly unknown[])[]> {
    return this.once('lists', name, async () => {
      const { columns } = this.#statement;
      if (!columns.includes(name)) return this.#readLists(name);
      return this.rows.map((row) => readJson(row[name]) as unknown[]);
    });
  }

  async #readLists(name: string): Promise<(readonly unknown[])[]> {
    const { columns, lists, tables } = this.#statement;
    const rows = JSON.stringify(this.rows.map((row) => columns.map((column) => row[column])));
    const item = sql.identifier('item');
    const own = columns.map((column, index) => {
      const value = itemOf(sql`${item}.value`, index);
      const isNumber = typeof this.rows[0]?.[column] === 'number';
      return [column, isNumber ? typed(value, 'bigint') : value];
    });
    const page = sql`(select ${item}.key as n, ${named(Object.fromEntries(own))} from ${eachOf(sql`${rows}`, item)}) p`;
    const listed = lists[name] ?? sql`'[]'`;
    const made = madeListOf(listed);
    const found = await this.#db.all<Row>(
      sql`select ${made?.from ?? listed} as value from ${tables(page)} order by p.n`,
    );
    return found.map((row) => {
      const given = readJson(row['value']);
      return made ? made.make(given as never) : (given as unknown[]);
    });
  }
}

/** A field of a statement's row that is one of its lists. */
export const listOfRow = <Item>(name: string, costs: ListCosts) => ({
  extensions: withSpec({ kind: 'property', of: () => name, costs }),
  resolve: async ({ page, index }: StatementRow) =>
    [...((await page.lists(name))[index] ?? [])] as Item[],
});

export const estimateStatement: EstimateKind<'statement'> = (estimating, selected, spec) => {
  const { estimate, pageSize } = spec.statement;
  const args = estimating.argumentsOf(selected);
  const { page, counted, beyond, most, keyBytes } = estimate(estimating.statistics, args);
  estimating.read(page);
  const rows = Math.min(sizeOf(args, pageSize), most);
  const nodes = { at: { rows, repeats: 1 } };
  estimateParts(estimating, selected, {
    connections: 1,
    nodes,
    edges: nodes,
    counted,
    ends: endsOf(args),
    beyond,
    keyBytes: (at) => at.rows * keyBytes,
  });
};

/** A field of a statement's row that is the row of a table which one of its values names. */
export const namedRow = (builder: object, row: NamedRow) => ({
  extensions: withSpec({ kind: 'statementRow', row }),
  async resolve(
    parent: StatementRow,
    _args: object,
    context: WithDatabase,
    info: Asking['info'],
  ): Promise<never> {
    const { value, column, of } = row;
    const typeOf = (each: Row) => ('by' in of ? of.tables[String(each[of.by])] : of);
    const own: Row = parent;
    const type = typeOf(own);
    if (!type || own[value] == null) return null as never;
    const some = parent.page.rows.filter((each: Row) => typeOf(each) === type);
    // All rows of the page that are of this type at once.
    const rows = await parent.page.once(info.fieldNodes[0], type.typename, () =>
      rowsByValue({ builder: anyBuilder(builder), context, info }, type, {
        column,
        values: some.map((each: Row) => each[value]),
      }),
    );
    return (rows.get(own[value]) ?? null) as never;
  },
});

export const estimateStatementRow: EstimateKind<'statementRow'> = (
  estimating,
  selected,
  { row: { isUnique, of } },
  { at: { rows } },
) => {
  const [first] = 'by' in of ? Object.values(of.tables) : [of];
  estimating.read(rows);
  estimating.object(selected, { table: first?.table, at: { rows, repeats: isUnique ? 1 : rows } });
};
