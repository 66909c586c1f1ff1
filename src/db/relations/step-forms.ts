import { SQL, is, sql } from 'drizzle-orm';
import type { AnyRelation, Column, Table } from 'drizzle-orm';
import { conditionOf } from '../filter.ts';
import { isFound } from '../found-sets.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { relationInFilter, targetOf } from './relation-of.ts';
import { exists, isMember, membersOf, rewriteSteps, wantedAsSet } from './relation-steps.ts';
import type { FilterObject } from './relation-steps.ts';

/**
 * A filter as the parts that must all hold, whose steps from one table to another cost no more than the
 * rows of the tables that it names. Only the first step of a way is an EXISTS, so that a page can walk
 * its order and ask row by row; every step below it becomes a set that refers to nothing outside itself,
 * and SQLite works such a set out once for the whole statement. {@link formsOf} tells how else a part
 * can be asked.
 */
export function boundSteps(name: TableName, filter: object): object[] {
  return Object.entries(filter as FilterObject).flatMap(([key, value]): object[] => {
    if (value === undefined) return [];
    if (key === 'AND') return (value as object[]).flatMap((each) => boundSteps(name, each));
    const own = { [key]: value };
    const part = rewriteSteps(name, own, [exists, isMember]);
    const chains = chainsIn(name, own);
    forms.set(part, {
      nested: chains.some(({ length }) => length > 1) ? rewriteSteps(name, own, [exists]) : null,
      chains,
      sets: (form) => setsIn(name, own, rowByRow[form]),
    });
    const set = stepSet(name, key, value);
    if (set) sets.set(part, set);
    return [part];
  });
}

/** How steps are asked: each row by row, only the first of a way so, or none. */
export type StepForm = 'NESTED' | 'FIRST' | 'SET';

const rowByRow: Readonly<Record<StepForm, number>> = {
  NESTED: Number.POSITIVE_INFINITY,
  FIRST: 1,
  SET: 0,
};

/** One step after the other, each by the table that it begins at and its relation. */
export type StepChain = readonly (readonly [table: TableName, relation: string])[];

/** How else a part of a filter can be asked. */
type PartForms = {
  /** With each step row by row; null where it is so as it stands. */
  nested: object | null;
  /** Every way to another table, those that others begin with among them. */
  chains: readonly StepChain[];
  /** The sets that are worked out for it, those first that others are made of, those of words among them. */
  sets: (form: StepForm) => SQL[];
};

const forms = new WeakMap<object, PartForms>();

/** How a part can be asked that {@link boundSteps} gave. */
export const formsOf = (part: object): PartForms | undefined => forms.get(part);

/** The rows from which a step leads to others that pass, as a set by which they can be looked up. */
export type StepSet = {
  /** The column of the row whose values are in the set, by its name in the database. */
  column: string;
  /** The same filter as membership in it. */
  filter: object;
  /** What is in it. */
  members: () => SQL;
  /** Whether it is put together of what several steps or lists find. */
  isChoice: boolean;
  /** Where its members come from, if from rows of one table: those that pass, and the column that is taken of them. */
  from: { table: Table; passing: object; column: string } | null;
  /** The step that it is, and what it asks of the rows at its end; null for a choice. */
  step: { relation: string; asked: unknown } | null;
};

const sets = new WeakMap<object, StepSet>();

/** The set of a part of a filter, where that is a step or the choice of several; undefined for any other. */
export const setOfStep = (part: object): StepSet | undefined => sets.get(part);

function stepSet(name: TableName, key: string, value: unknown): StepSet | undefined {
  if (key === 'OR') return choiceSet(name, value as FilterObject[]);
  const relation = relationInFilter(name, key);
  const [near, ...others] = (relation?.sourceColumns ?? []) as readonly Column[];
  if (!relation || value === false || !near || others.length > 0) return undefined;
  const wanted = wantedAsSet(relation, value);
  const [far] = relation.targetColumns as readonly Column[];
  return {
    column: near.name,
    filter: { RAW: (row: Table) => isMember(row, relation, wanted) },
    members: () => membersOf(relation, wanted),
    isChoice: false,
    from:
      far && !relation.throughTable
        ? { table: relation.targetTable as Table, passing: Object(wanted), column: far.name }
        : null,
    step: { relation: key, asked: value },
  };
}

/** Several steps, or lists of values, of which any may hold: what is found by each, together. */
function choiceSet(name: TableName, choices: readonly FilterObject[]): StepSet | undefined {
  const conditions = choices.flatMap((each): (() => SQL) | [] => {
    const [[key, value] = ['', null], ...others] = Object.entries(each);
    if (others.length > 0 || key === 'OR') return [];
    const step = stepSet(name, key, value);
    if (step) return () => sql`${sql.identifier(step.column)} in (${step.members()})`;
    const isList = relationInFilter(name, key) === undefined && Object.hasOwn(Object(value), 'in');
    return isList ? () => conditionOf(name, each) ?? sql`true` : [];
  });
  if (conditions.length < 2 || conditions.length < choices.length) return undefined;
  const { table } = relations[name];
  if (!('id' in table)) return undefined;
  const members = () =>
    sql.join(
      conditions.map((condition) => sql`select "id" from ${table} where ${condition()}`),
      sql` union all `,
    );
  return {
    column: 'id',
    filter: { RAW: (row: Table) => sql`${row}."id" in (${members()})` },
    members,
    isChoice: true,
    from: null,
    step: null,
  };
}

function chainsIn(name: TableName, filter: unknown): StepChain[] {
  if (Array.isArray(filter)) return filter.flatMap((each) => chainsIn(name, each));
  if (typeof filter !== 'object' || filter === null || is(filter, SQL)) return [];
  return Object.entries(filter).flatMap(([key, asked]: [string, unknown]): StepChain[] => {
    const relation = relationInFilter(name, key);
    if (!relation)
      return key === 'AND' || key === 'OR' || key === 'NOT' ? chainsIn(name, asked) : [];
    const own = [name, key] as const;
    return [[own], ...chainsIn(targetOf(relation), asked).map((chain) => [own, ...chain])];
  });
}

/** @param depth how many steps of each way are asked row by row */
function setsIn(name: TableName, filter: unknown, depth: number): SQL[] {
  if (Array.isArray(filter)) return filter.flatMap((each) => setsIn(name, each, depth));
  if (typeof filter !== 'object' || filter === null) return [];
  if (is(filter, SQL)) return isFound(filter) ? [filter] : [];
  return Object.entries(filter).flatMap(([key, asked]: [string, unknown]) => {
    const relation: AnyRelation | undefined = relationInFilter(name, key);
    if (!relation) return setsIn(name, asked, depth);
    const below = setsIn(targetOf(relation), asked, depth - 1);
    if (depth > 0) return below;
    return [...below, sql`(${membersOf(relation, wantedAsSet(relation, asked))})`];
  });
}
