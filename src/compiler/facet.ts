import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { countValues } from '../db/facet.ts';
import { facetLimit } from '../fields/facets.ts';
import type { Facet } from '../fields/listing.ts';
import { declaredOf } from '../fields/field-spec.ts';
import { NotCompiled } from './compile-context.ts';
import type { Operation } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { object } from './json-sql.ts';
import type { Piece } from './json-sql.ts';
import { compileList } from './values.ts';

/** The rows that a facet counts, and how they are selected: what stands from `from` to the end. */
type Counted = (facet: Facet) => { row: SQLiteTable; from: SQL };

/** All facets that are asked for of a list. */
export function compileFacets(
  operation: Operation,
  counted: Counted,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Piece[] {
  return object(
    operation
      .fieldsOf(type, sets)
      .map((selected) => [selected.name, compileFacet(operation, counted, type, selected)]),
  );
}

function compileFacet(
  operation: Operation,
  counted: Counted,
  parent: GraphQLObjectType,
  selected: Selected,
): Piece[] {
  const { field, sets } = selected;
  if (field.name === '__typename') return [JSON.stringify(parent.name)];
  const declared = declaredOf(field);
  const type = getNamedType(field.type);
  if (declared?.kind !== 'facet' || !isObjectType(type)) throw new NotCompiled(field.name);
  const { computed } = operation.argumentsOf(selected, facetLimit);
  const { row, from } = counted(declared.facet);
  return compileList(
    operation,
    type,
    sets,
    countValues(row, declared.facet, from),
    computed(facetLimit),
  );
}
