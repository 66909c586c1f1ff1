import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { countValues } from '../../db/facet.ts';
import type { FacetRow } from '../../db/facet.ts';
import type { Selected } from '../collect-fields.ts';
import { noCursor } from '../cursor.ts';
import { fieldBuilder, fieldOf } from '../field-builder.ts';
import type { ArgumentValues, FieldArguments } from '../field-arguments.ts';
import { withSpec } from '../field-spec.ts';
import type { ListCosts, SpecOf } from '../field-spec.ts';
import { filterArgument, windowArguments } from '../inputs.ts';
import { attachCursor, endsOf, pageOf, sizeOf, windowOf } from '../page.ts';
import type { Page, PageArguments, Row } from '../page.ts';
import type { Statement, StatementRows } from '../statement.ts';
import { estimateParts } from '../work/estimate-parts.ts';
import type { Estimating } from '../work/estimating.ts';

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

/** The values of a request as they are, where a compiler has parameters for those of any. */
const asGiven = (args: ArgumentValues): FieldArguments => ({
  args,
  parameter: (name) => args[name],
  computed: (of) => sql`${sql.param(of(args))}`,
});

function readPage(db: Database, statement: Statement, raw: ArgumentValues): Page {
  const { check, pageSize, noun } = statement;
  check(raw);
  const args: PageArguments = raw;
  const rows = statement.rows(asGiven(raw));
  for (const end of endsOf(args)) {
    if (rows.isPlace && !isTrue(db, rows.isPlace(end))) throw noCursor(end, args[end] ?? '', noun);
  }
  const read = new StatementPage(db, rows, windowOf(args, pageSize).size + 1);
  return pageOf(
    read.rows,
    args,
    {
      isBeyond: (end) => isTrue(db, rows.isBeyond(end)),
      totalCount: () => Number(valueOf(db, sql`(${rows.count()})`)),
      countFacet(_name, facet) {
        if (!rows.counted) return [];
        const { row, from } = rows.counted(facet);
        return JSON.parse(String(valueOf(db, countValues(row, facet, from)))) as FacetRow[];
      },
    },
    pageSize,
  );
}

const valueOf = (db: Database, value: SQL): unknown =>
  db.get<{ value: unknown }>(sql`select ${value} as value`).value;

const isTrue = (db: Database, condition: SQL) => valueOf(db, condition) === 1;

/** A row of a statement: its plain values, and the page that it stands on. */
export type StatementRow = { readonly page: StatementPage; readonly index: number };

const list = (parts: readonly SQLWrapper[]) => sql.join([...parts], sql`, `);
const named = (name: string) => sql.raw(`'${name}'`);

/** The rows of a page, and what is read of all of them together once one of them is asked. */
class StatementPage {
  readonly rows: readonly StatementRow[];
  readonly #db: Database;
  readonly #statement: StatementRows;
  /** The rows as the statement's own page has them, as JSON. */
  readonly #json: string;
  readonly #read = new Map<unknown, Map<string, unknown>>();

  constructor(db: Database, statement: StatementRows, limit: number) {
    this.#db = db;
    this.#statement = statement;
    const { columns, values, cursor, tables, page } = statement;
    const names = list(columns.map((name) => sql.identifier(name)));
    const own = list(columns.map((name) => sql`${named(name)}, p.${sql.identifier(name)}`));
    const plain = Object.entries(values).map(
      ([name, value]) => sql`, ${value} as ${sql.identifier(name)}`,
    );
    const found = db.all<Row & { '(row)': string; '(cursor)': string }>(
      sql`with p(n, ${names}) as materialized (select row_number() over (), ${names} from (${page(sql`${limit}`)})) select json_object(${own}) as "(row)", cursor_of(${list(cursor)}) as "(cursor)"${sql.join(plain)} from ${tables(sql`p`)} order by p.n`,
    );
    this.#json = `[${found.map((row) => row['(row)']).join(',')}]`;
    this.rows = found.map((row, index) => ({ ...row, page: this, index }));
    this.rows.forEach((row, index) => attachCursor(row, found[index]?.['(cursor)'] ?? ''));
  }

  /** What is read once for a field of all rows, by a name. */
  once<Result>(field: unknown, name: string, read: () => Result): Result {
    const known = this.#read.get(field) ?? new Map<string, unknown>();
    this.#read.set(field, known);
    if (!known.has(name)) known.set(name, read());
    return known.get(name) as Result;
  }

  /** The lists of a name, row by row; only what the page does not hold already is read. */
  lists(name: string): readonly (readonly unknown[])[] {
    return this.once('lists', name, () => {
      const { columns } = this.#statement;
      const texts = columns.includes(name)
        ? (JSON.parse(this.#json) as Row[]).map((row) => row[name])
        : this.#readLists(name);
      return texts.map((text) => JSON.parse(String(text)) as unknown[]);
    });
  }

  #readLists(name: string): unknown[] {
    const { columns, lists, tables } = this.#statement;
    const own = columns.map((each) => sql`value ->> ${named(each)} as ${sql.identifier(each)}`);
    const page = sql`(select key as n, ${list(own)} from json_each(${this.#json})) p`;
    return this.#db
      .all<Row>(sql`select ${lists[name] ?? sql`'[]'`} as value from ${tables(page)} order by p.n`)
      .map(({ value }) => value);
  }
}

/** A field of a statement's row that is one of its lists. */
export const listOfRow = <Item>(name: string, costs: ListCosts) => ({
  extensions: withSpec({ kind: 'property', of: () => name, costs }),
  resolve: ({ page, index }: StatementRow) => [...(page.lists(name)[index] ?? [])] as Item[],
});

/** The rows of a statement, page by page. */
export function estimateStatement(
  estimating: Estimating,
  selected: Selected,
  { statement: { estimate, pageSize } }: SpecOf<'statement'>,
): void {
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
    beyond,
    keyBytes: (at) => at.rows * keyBytes,
  });
}
