import type { DocumentNode } from 'graphql';
import type { Random } from '../../../support/corpus-rows.ts';
import { createGrow } from '../grow.ts';
import type { Grow } from '../grow.ts';
import type { Material } from '../material.ts';
import type { Sites } from '../sites.ts';
import { createValues } from '../values.ts';
import type { Values } from '../values.ts';

/** What an operator draws from. */
export type Tools = { random: Random; values: Values; grow: Grow; material: Material };

export const createTools = (material: Material, random: Random): Tools => {
  const values = createValues(material, random);
  return { random, values, grow: createGrow(material, random, values), material };
};

/** Changes a question in one way; null where it has no place for that. */
export type Operator = (document: DocumentNode, sites: Sites, tools: Tools) => DocumentNode | null;

/** One of them at random; undefined for none. */
export const oneOf = <Item>(items: readonly Item[], { below }: Random): Item | undefined =>
  items[below(items.length)];
