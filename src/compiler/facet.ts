import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { countValues } from '../db/facet.ts';
import { facetLimit } from '../fields/facets.ts';
import type { Facet } from '../fields/listing.ts';
import { specOf } from '../fields/field-spec.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { jsonObject } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';
import { compileList } from './values.ts';

/** The rows that a facet counts, and how they are selected: what stands from `from` to the end. */
type CountedRows = (facet: Facet) => { row: SQLiteTable; from: SQL };

/** All facets that are asked for of a list. */
export function compileFacets(
  context: CompileContext,
  counted: CountedRows,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): JsonFragment[] {
  return jsonObject(
    context
      .fieldsOf(type, sets)
      .map((selected) => [selected.name, compileFacet(context, counted, type, selected)]),
  );
}

function compileFacet(
  context: CompileContext,
  counted: CountedRows,
  parent: GraphQLObjectType,
  selected: Selected,
): JsonFragment[] {
  const { field, sets } = selected;
  if (field.name === '__typename') return [JSON.stringify(parent.name)];
  const declared = specOf(field);
  const type = getNamedType(field.type);
  if (declared?.kind !== 'facet' || !isObjectType(type)) throw new NotCompiled(field.name);
  const { computed } = context.argumentsOf(selected, facetLimit);
  const { row, from } = counted(declared.facet);
  return compileList(
    context,
    type,
    sets,
    countValues(row, declared.facet, from),
    computed(facetLimit),
  );
}
