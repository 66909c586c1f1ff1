import { brandWithType } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import type { SQL } from 'drizzle-orm';
import type { GraphQLResolveInfo } from 'graphql';
import { withCodes } from '../db/codes/rows-of-codes.ts';
import { relations } from '../db/relations.ts';
import type { TableName } from '../db/relations.ts';
import { bindParameters } from './field-arguments.ts';
import type { Builder, WithDatabase } from './field-builder.ts';
import type { TypedTable } from './field-spec.ts';
import type { Row } from './page.ts';

/** How a field asks the query builder: for itself, and for what is selected beneath it. */
export type Asking = { builder: Builder; context: WithDatabase; info: GraphQLResolveInfo };

/** The rows of a table that a drizzle query asks for, with what is selected of a type beneath the field. */
export function findRows(
  { builder, context, info }: Asking,
  { table, typename }: TypedTable,
  query: object,
): Promise<Row[]> {
  const config = getSchemaConfig(builder);
  const found: object = queryFromInfo({
    config,
    context,
    info,
    typeName: typename,
    ...query,
  } as never);
  const tables: Record<TableName, { findMany: (query: object) => Promise<Row[]> }> =
    context.db.query;
  return tables[table].findMany(found);
}

/** The rows one of whose columns holds one of the values, by that; each knows its type. */
export async function rowsByValue(
  asking: Asking,
  of: TypedTable,
  { column, values }: { column: string; values: readonly unknown[] },
): Promise<Map<unknown, Row>> {
  const wanted = [...new Set(values.filter((value) => value != null))];
  if (wanted.length === 0) return new Map();
  const rows = await findRows(asking, of, {
    columns: { code: true, [column]: true },
    where: valuedBy(of, column, bindParameters(wanted) as SQL),
    limit: wanted.length,
  });
  for (const row of rows) brandWithType(row, of.typename as never);
  return new Map(rows.map((row) => [row[column], row]));
}

const valuedBy = ({ table }: TypedTable, column: string, values: SQL): object =>
  column === 'code' ? withCodes(relations[table].table, values) : { [column]: { in: values } };
