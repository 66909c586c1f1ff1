import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const cursors = (name: string): Proof[] => [{ file: 'schema/cursors.test.ts', name, isSlow: true }];
const ends = (list: string): Proof[] => [
  { file: 'schema/page-ends.long.ts', name: `before and behind it: ${list}` },
];
const inOrder = ends('outcomes { field: TEXT_ORDER, direction: ASC } {');
const alike: Proof[] = [
  { file: 'compiler/same-answers.test.ts', env: { OPERATIONS: '400' }, isSlow: true },
];

/** Faults in the compiler, in pages and in their cursors. */
export const pageMutants: readonly Mutant[] = [
  ...mutantsOf('text/cursor.ts', [
    {
      name: 'a cursor may be written in any way',
      from: ' && writeCursor(parts) === text ? parts',
      to: ' ? parts',
      proofs: cursors('refused as a cursor: '),
    },
  ]),
  ...mutantsOf('fields/listing.ts', [
    {
      name: 'what an empty list lets pass is looked for',
      from: '  if (passesNothing(listing, value)) return { AND: [{ RAW: () => sql`false` }] };\n',
      to: '',
      proofs: [{ file: 'schema/empty-lists.test.ts', name: 'lets no Report pass' }],
    },
    {
      name: 'an empty list of what none may hold lets nothing pass',
      from: '!field.isNoneOf && ',
      to: '',
      proofs: [{ file: 'schema/empty-lists.test.ts', name: 'of what none may hold' }],
    },
  ]),
  ...mutantsOf('fields/variables.ts', [
    {
      name: 'a list of none shares the statement of one of several',
      from: '(length < 2 ? `[${length}]`',
      to: "(length === 1 ? '[1]'",
      proofs: [{ file: 'schema/empty-lists.test.ts', name: 'lets no Report pass' }],
    },
  ]),
  ...mutantsOf('fields/listed-page.ts', [
    {
      name: 'a cursor of another order is read as one of this',
      from: 'if (order !== cursorName) return { key: null, code };',
      to: '',
      proofs: cursors('a plain code, and a cursor of another order'),
    },
    {
      name: 'a cursor of another list is taken',
      from: '!order.startsWith(`${name}.`)',
      to: "!order.includes('.')",
      proofs: cursors('a cursor of another list is refused'),
    },
    {
      name: 'a cursor does not outlive its row',
      from: 'return { key: keys[0] ?? null, code };',
      to: 'return { key: null, code };',
      proofs: cursors('one goes on from any row, though an import took it away: outcomes'),
    },
  ]),
  ...mutantsOf('db/keyset.ts', [
    {
      name: 'a page begins with the row of its cursor',
      from: "inside: { after: { ASC: '>', DESC: '<' }",
      to: "inside: { after: { ASC: '>=', DESC: '<=' }",
      proofs: inOrder,
    },
    {
      name: 'a cursor’s own row is on neither side of it',
      from: "outside: { after: { ASC: '<=', DESC: '>=' }",
      to: "outside: { after: { ASC: '<', DESC: '>' }",
      proofs: ends('units'),
    },
  ]),
  ...mutantsOf('db/groups/group.ts', [
    {
      name: 'a page of groups begins with the group of its cursor',
      from: "isDescending ? '<' : '>'",
      to: "isDescending ? '<=' : '>='",
      proofs: ends('outcomeGroups REPORT LEVEL'),
    },
    {
      name: 'groups are counted without their filter',
      from: 'from ${outcomes} where ${condition ?? sql`true`}`;',
      to: 'from ${outcomes}`;',
      proofs: [{ file: 'schema/groups.test.ts' }],
    },
  ]),
  ...mutantsOf('schema/search-statement.ts', [
    {
      name: 'a facet of a search feels the filter by its own values',
      from: 'scopeOf(feltBy(filter, facet))',
      to: 'scopeOf(filter)',
      proofs: [{ file: 'schema/search.test.ts', name: 'the facets of a search' }],
    },
  ]),
  ...mutantsOf('fields/kinds/connection.ts', [
    {
      name: 'the executor reads no row beyond a page',
      from: 'limit: windowOf(args).size + 1,',
      to: 'limit: windowOf(args).size,',
      proofs: inOrder,
    },
    {
      name: 'what is wrong with a nested list is told of the root',
      from: 'if (error instanceof GraphQLError) return error;',
      to: '',
      proofs: [{ file: 'schema/pages.test.ts', name: 'is an error of its own field' }],
    },
  ]),
  ...mutantsOf('fields/page.ts', [
    {
      name: 'the executor forgets what lies before a cursor',
      from: "(more && backward) || isOutside('after')",
      to: 'more && backward',
      proofs: inOrder,
    },
  ]),
  {
    name: 'a cursor changes the count of all that there is',
    changes: [
      {
        file: 'compiler/kinds/connection.ts',
        from: 'return stored ?? countOnce(sql`select count(*) from ${tables} where ${where}`, key);',
        to: "return sql`select count(*) from ${tables} where ${and(where, ...asked.ends.map((end) => asked.isBeside(row, 'inside', end)))}`;",
      },
      {
        file: 'compiler/kinds/connection.ts',
        from: 'const { tables, where } = passing();',
        to: 'const { row, tables, where } = passing();',
      },
    ],
    proofs: alike,
  },
  ...mutantsOf('compiler/paged.ts', [
    {
      name: 'a compiled page reads no row beyond its end',
      from: '${size} + 1',
      to: '${size} + 0',
      proofs: alike,
    },
    {
      name: 'a compiled page says nothing of what lies beyond its cursor',
      from: "hasNextPage: () => isAny(!backward, 'before'),",
      to: "hasNextPage: () => isAny(!backward, 'after'),",
      proofs: inOrder,
    },
    {
      name: 'a compiled page that is read backward is turned round',
      from: '? { sqlite: sql` order by p.n desc`,',
      to: '? { sqlite: sql``,',
      proofs: inOrder,
    },
  ]),
  ...mutantsOf('compiler/kinds/connection.ts', [
    {
      name: 'a compiled page takes a cursor whose row is not there',
      from: 'context.preconditions.push(...asked.ends.map(asked.isPlace));',
      to: 'context.preconditions.push(sql`true`);',
      proofs: cursors('refused as a cursor: '),
    },
    {
      name: 'a compiled count leaves the filter out',
      from: 'select count(*) from ${tables} where ${where}`, key);',
      to: 'select count(*) from ${tables}`, key);',
      proofs: alike,
    },
  ]),
  ...mutantsOf('compiler/kinds/plain.ts', [
    {
      name: 'a null is written where none may be',
      from: 'sql`not_null(${value})`',
      to: 'value',
      proofs: [{ file: 'compiler/columns.test.ts' }],
    },
  ]),
  ...mutantsOf('compiler/json-sql.ts', [
    {
      name: 'what is no truth value is false where it is compiled',
      from: "when 0 then 'false' else 'null' end",
      to: "else 'false' end",
      proofs: alike,
    },
    {
      name: 'compiled texts are not escaped',
      from: 'return [jsonQuote(value, isThere)];',
      to: "return [sql`coalesce('\"' || ${value} || '\"', 'null')`];",
      proofs: alike,
    },
  ]),
  ...mutantsOf('fields/variables.ts', [
    {
      name: 'a plan is shared by booleans that make another statement',
      from: "if (isEnumType(type) || named.name === 'Boolean') return",
      to: 'if (isEnumType(type)) return',
      proofs: alike,
    },
    {
      name: 'a plan is shared by enums that make another statement',
      from: "if (isEnumType(type) || named.name === 'Boolean') return",
      to: "if (named.name === 'Boolean') return",
      proofs: alike,
    },
  ]),
];
