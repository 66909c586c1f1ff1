import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { AnyRelation, Column, Table } from 'drizzle-orm';
import { relations } from '../../src/db/relations.ts';
import { specOf } from '../../src/fields/field-spec.ts';
import type { TableName } from '../../src/db/relations.ts';
import { followedRelation, tableNameOf } from '../../src/fields/pothos-metadata.ts';
import { schema } from '../../src/schema/schema.ts';

const objects = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__'));
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const nodes = objects.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
const query = schema.getQueryType()!;

/** The lists that are no connections, each with what bounds it. */
const boundedLists: Record<string, string> = {
  'Check.operands':
    'The outcomes of one relation, in the order of its working: a whole and its parts.',
  'Coverage.checkKinds': 'One for each kind of check, of which there are few.',
  'Coverage.frameworkItems': 'One for each item of the official frameworks, which are few.',
  'Coverage.linkBases': 'One for each basis, of which there are three.',
  'Coverage.requiredParts': 'One for each of the five parts that are required.',
  'Coverage.unmadeChecks': 'One for each kind and reason, of which there are few.',
  'Measure.acts': 'The words of one measure, in the order of the text.',
  'Meta.counts': 'One for each kind of thing that can be listed.',
  'Meta.limits': 'One for each limit of the server.',
  'Numeral.claims': 'The few facts that share one figure of the text.',
  'Outcome.parts': 'The parts of one whole, which the same sentence tells.',
  'OutcomeGroup.withheld': 'One for each reason, of which there are few.',
  'Problem.figures': 'The figures of one problem, which the same sentences tell.',
  'Query.nodes': 'As many as ids are given.',
  'Report.origins': 'Few: those who said the facts of one text.',
  'Report.sections': 'The table of contents of one text, which is read whole.',
  'SearchHit.snippets': 'One for each of the few texts of a thing.',
  'Section.children': 'A part of that table of contents.',
  'Target.lookedAt': 'The reports of one place, of which the newest hundred are looked at.',
  'Snippet.highlights': 'The words within one stretch of some forty characters.',
};

test('every list of objects that can grow is a connection', () => {
  const isOfConnection = ({ name }: GraphQLObjectType) => /(Connection|Edge|Facets)$/.test(name);
  const lists = objects
    .filter((type) => !isOfConnection(type))
    .flatMap((type) =>
      fieldsOf(type)
        .filter((field) => isListType(getNullableType(field.type)))
        .map((field) => `${type.name}.${field.name}`),
    );
  assert.deepEqual(
    lists.toSorted(),
    Object.keys(boundedLists).toSorted(),
    'make it a connection (src/fields/connection.ts), or say in `boundedLists` of test/schema/ways.test.ts what bounds it',
  );
});

test('whatever has an id can be looked up and listed at the root', () => {
  assert.ok(nodes.length >= 17);
  const roots = fieldsOf(query);
  for (const { name } of nodes) {
    const lookup = roots.find(
      (field) =>
        getNamedType(field.type).name === name && field.args.some((arg) => arg.name === 'by'),
    );
    const help = `give it one in its roots, which src/schema/query.ts puts at the root`;
    assert.ok(lookup, `${name} has no look-up: ${help}`);
    const list = roots.find((field) => getNamedType(field.type).name === `${name}Connection`);
    assert.ok(list, `${name} has no list: ${help}`);
    assert.ok(
      list.args.some((arg) => arg.name === 'filter'),
      `${name} has no filter: declare its listing (declareListing) in its file in src/schema`,
    );
  }
});

/** Relations between what the API shows that no field follows, each with the reason. */
const unfollowed: Record<string, string> = {
  'targetReports.target': 'Always the target that one comes from.',
  'checks.outcomes':
    'For filters: `Check.operands` leads over the rows between, which have a role.',
  'frameworkItems.measures': 'For filters: the field leads over the rows between.',
  'frameworkItems.problems': 'For filters: the field leads over the rows between.',
  'frameworkItems.servingsWithin': 'For filters: whether anything serves it or a point below it.',
  'measureActs.measure': 'An act is met in its measure only.',
  'measures.frameworkItems': 'For filters: the field leads over the rows between.',
  'measures.problems': 'For filters: the field leads over the answers, which have a basis.',
  'measures.outcomes': 'For filters: the field leads over the links, which have a basis.',
  'numeralClaims.numeral': 'A claim is met in its numeral only.',
  'numerals.outcomes': 'For filters: the field leads over the claims, which have an order.',
  'numerals.problems': 'For filters: the field leads over the claims, which have an order.',
  'numerals.targets': 'For filters: the field leads over the claims, which have an order.',
  'indicators.problemFigures':
    'For the list of indicators: problems are asked for by `ProblemFilter.indicators`.',
  'problemFigures.problem': 'A figure is met in its problem only.',
  'problems.frameworkItems': 'For filters: the field leads over the rows between.',
  'problems.measures': 'For filters: the field leads over the answers, which have a basis.',
  'origins.measures': 'For filters: what an origin said is asked for by `originKinds`.',
  'origins.outcomes': 'For filters: what an origin said is asked for by `originKinds`.',
  'origins.targets': 'For filters: what an origin said is asked for by `originKinds`.',
  'origins.problems': 'For filters: what an origin said is asked for by `originKinds`.',
  'outcomes.checks': 'For filters: the field leads over the operands, which have a role.',
  'outcomes.measures': 'For filters: the field leads over the links, which have a basis.',
};

/** Relations between two things with ids that nothing leads back along, each with the reason. */
const oneWay: Record<string, string> = {
  'numerals.outcome': 'The first of its claims; back one comes from each of them.',
  'numerals.problem': 'The first of its claims; back one comes from each of them.',
  'numerals.target': 'The first of its claims; back one comes from each of them.',
  'frameworkItems.normPer': 'What a norm is per is hardly a unit of figures.',
  'frameworkItems.normUnit': 'The unit of a norm is that of its indicator.',
  'measures.follower': 'Back it goes by what that measure carries on.',
  'targets.asOf': 'What was looked at last says nothing of the report.',
  'outcomes.baselineUnit': 'The unit of a baseline is that of its figure but for a few.',
  'targets.baselineUnit': 'The unit of a baseline is that of its figure.',
};

type Tables = Record<TableName, { relations: Record<string, AnyRelation> }>;
const all = relations as unknown as Tables;
const tableOf = (type: GraphQLObjectType) => tableNameOf(type);

/** The relations that a field follows, each as `table.relation`. */
function followedBy(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string[] {
  const table = tableOf(type);
  if (!table) return [];
  const declared = specOf(field);
  if (declared?.kind === 'object')
    return Object.values(declared.relations).map((name) => `${table}.${name}`);
  if (declared?.kind === 'connection' && declared.reach) {
    const { relation, through } = declared.reach;
    const far = all[table].relations[relation]!.targetTableName;
    return [`${table}.${relation}`, ...(through ? [`${far}.${through}`] : [])];
  }
  if (declared?.kind === 'union')
    return Object.keys(declared.members).map((name) => `${table}.${name}`);
  const followed = followedRelation(field)?.relation;
  return followed ? [`${table}.${followed}`] : [];
}

const followed = new Set(
  objects.flatMap((type) => fieldsOf(type).flatMap((field) => followedBy(type, field))),
);
const tablesOf = (types: readonly GraphQLObjectType[]) => new Set(types.map(tableOf));
const shown = tablesOf(objects);
const withIds = tablesOf(nodes);

/** Every relation between two tables of a kind, as `table.relation`. */
const relationsWithin = (tables: ReadonlySet<string | undefined>) =>
  Object.entries(all)
    .filter(([table]) => tables.has(table))
    .flatMap(([table, { relations: own }]) =>
      Object.entries(own).map(([name, relation]) => ({ name: `${table}.${name}`, relation })),
    )
    .filter(({ relation }) => tables.has(relation.targetTableName));

const keyOf = (columns: readonly unknown[]) =>
  (columns as Column[]).map((column) => column.name).join();
const inverseOf = (relation: AnyRelation) =>
  Object.values(all[relation.targetTableName as TableName].relations).find((other) =>
    isInverse(relation, other),
  );
const isInverse = (one: AnyRelation, other: AnyRelation) =>
  other.targetTable === (one.sourceTable as Table) &&
  other.sourceTable === one.targetTable &&
  keyOf(one.sourceColumns) === keyOf(other.targetColumns) &&
  keyOf(one.targetColumns) === keyOf(other.sourceColumns);

test('each relation between what the API shows is followed by a field', () => {
  const names = relationsWithin(shown).map(({ name }) => name);
  assert.ok(names.length > 90);
  assert.deepEqual(
    names.filter((name) => !followed.has(name)).toSorted(),
    Object.keys(unfollowed).toSorted(),
    'let a field of a type in src/schema follow it, or say in `unfollowed` of test/schema/ways.test.ts why none does',
  );
});

test('each relation between two things with ids leads back as well', () => {
  const names = relationsWithin(withIds)
    .filter(({ relation }) => !inverseOf(relation))
    .map(({ name }) => name);
  assert.deepEqual(
    names.toSorted(),
    Object.keys(oneWay).toSorted(),
    'src/db/relations.ts: give it a way back, which a field follows, or say in `oneWay` of test/schema/ways.test.ts why there is none',
  );
});
