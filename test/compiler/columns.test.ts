import assert from 'node:assert/strict';
import { test } from 'node:test';
import SchemaBuilder from '@pothos/core';
import DrizzlePlugin from '@pothos/plugin-drizzle';
import { sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { execute, getOperationAST, parse } from 'graphql';
import { compileStatement } from '../../src/compiler/statement.ts';
import { openSnapshot } from '../../src/db/database.ts';
import type { Database } from '../../src/db/database.ts';
import { relations } from '../../src/db/relations.ts';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { measures } from '../../src/db/tables/measure.ts';
import '../../src/schema/builder.ts';
import { startSeeded } from '../support/random/seeded.ts';

/** A schema of one type with columns that no field of the real one has. */
function makeSchema() {
  const builder = new SchemaBuilder<{
    Context: { db: Database };
    DrizzleRelations: typeof relations;
    DefaultFieldNullability: false;
  }>({
    plugins: [DrizzlePlugin],
    defaultFieldNullability: false,
    drizzle: { client: ({ db }) => db, relations, getTableConfig },
  });
  const Measure = builder.drizzleObject('measures', {
    name: 'Measure',
    select: { columns: { code: true } },
    fields: (t) => ({
      loud: t.column(measures, {
        type: 'String',
        description: 'Its code in capitals.',
        from: ({ code }) => sql`upper(${code})`,
      }),
      hollow: t.column(measures, {
        type: 'String',
        description: 'Null, though it may not be.',
        from: ({ code }) => sql`nullif(${code}, ${code})`,
      }),
    }),
  });
  builder.queryType({
    fields: (t) => ({
      measure: t.lookup('measures', { typename: 'Measure', type: Measure, description: 'One.' }),
    }),
  });
  return builder.toSchema();
}

test('a column that is worked out and may not be null is compiled, and a null in it left to the executor', async () => {
  const seeded = await startSeeded();
  const { file } = readPointer(seeded.data)!;
  const { db, readBytes, close } = openSnapshot(`${seeded.data}/${file}`);
  try {
    const schema = makeSchema();
    const ask = async (field: string) => {
      const document = parse(
        `{ measure(by: { code: "xinghe-2023/streamline-approvals" }) { ${field} } }`,
      );
      const variables = { sources: {}, coerced: {} };
      const operation = getOperationAST(document)!;
      const compiled = compileStatement({ schema, relations, document, operation, variables });
      const executed = await execute({ schema, document, contextValue: { db } });
      const run = () => readBytes(compiled.statement, compiled.valuesFor(variables, {}));
      return { executed: JSON.parse(JSON.stringify(executed)), run };
    };
    const loud = await ask('loud');
    assert.deepEqual(loud.executed, {
      data: { measure: { loud: 'XINGHE-2023/STREAMLINE-APPROVALS' } },
    });
    assert.deepEqual(JSON.parse(String(loud.run())), loud.executed);
    const hollow = await ask('hollow');
    assert.match(hollow.executed.errors[0].message, /non-nullable field Measure\.hollow/);
    assert.throws(hollow.run, /may not be null/);
  } finally {
    close();
    seeded.close();
  }
});
