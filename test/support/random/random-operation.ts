import {
  GraphQLBoolean,
  GraphQLNonNull,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isEnumType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import type { Rows } from '../../../src/importer/rows/rows.ts';
import type { Random } from '../corpus-rows.ts';
import { randomValues, within } from './random-value.ts';
import type { Wanted } from './random-value.ts';

/** A query, and several sets of variables to run it with over one cache of plans. */
export type RandomOperation = {
  query: string;
  variables: Record<string, unknown>[];
};

type Field = GraphQLField<unknown, unknown>;

type Variable = { type: GraphQLInputType; nullable: boolean; again: () => unknown };

/**
 * Queries over all fields of a schema: nested, aliased, in fragments of either kind, under
 * directives, their arguments written out or given as variables, whole or in part.
 * @param everAsked the fields that were asked for before, such as `Report.title`; others come sooner
 */
export function randomOperations(
  schema: GraphQLSchema,
  rows: Rows,
  random: Random,
  everAsked = new Set<string>(),
) {
  const { below, chance, pick } = random;
  const valueOf = randomValues(rows, random);
  const query = schema.getQueryType()!;
  const stepsFrom = stepsToUnasked(schema, everAsked);
  return function next(): RandomOperation {
    const variables = new Map<string, Variable>();
    const fragments: string[] = [];
    let names = 0;

    const variable = (type: GraphQLInputType, again: () => unknown) => {
      const name = `v${variables.size}`;
      variables.set(name, { type, nullable: !isNonNullType(type), again });
      return `$${name}`;
    };

    /** An argument written out, parts of which may be variables. */
    function written(given: GraphQLInputType, value: unknown, wanted: Wanted): string {
      if (chance(0.25)) return variable(given, () => valueOf(given, wanted));
      if (value === null || value === undefined) return 'null';
      const type = isNonNullType(given) ? given.ofType : given;
      if (isListType(type)) {
        const items = (value as unknown[]).map((item) =>
          chance(0.2) ? written(type.ofType, item, wanted) : literal(type.ofType, item),
        );
        return `[${items.join(', ')}]`;
      }
      if (!isInputObjectType(type)) return literal(type, value);
      const fields = Object.entries(value).map(([name, item]) => {
        const own = type.getFields()[name]!.type;
        const inner = within(type, wanted, name);
        // In @oneOf a variable must be one that cannot be null.
        if (type.isOneOf) return `${name}: ${written(requiredOf(own), item, inner)}`;
        return `${name}: ${written(own, item, inner)}`;
      });
      return `{${fields.join(', ')}}`;
    }

    function argument(field: GraphQLField<unknown, unknown>, arg: GraphQLArgument): string {
      const wanted = { of: rowsOf(field), path: [arg.name] };
      const isNull = !isNonNullType(arg.type) && chance(0.04);
      return `${arg.name}: ${written(arg.type, isNull ? null : valueOf(arg.type, wanted), wanted)}`;
    }

    function argumentsOf(field: GraphQLField<unknown, unknown>): string {
      const backward = chance(0.3);
      const given = field.args.filter(({ name, type, defaultValue, default: usual }) => {
        const required = isNonNullType(type) && defaultValue === undefined && !usual;
        if (name === 'first' && backward && !chance(0.03)) return required;
        if (name === 'last' && !backward) return required;
        // Pages stay small, so that nested ones do.
        if (name === 'first' || name === 'last') return chance(0.9);
        if (name === 'filter') return chance(0.5);
        return required || chance(name === 'after' || name === 'before' ? 0.15 : 0.4);
      });
      return given.length > 0 ? `(${given.map((arg) => argument(field, arg)).join(', ')})` : '';
    }

    const directive = () => {
      if (!chance(0.06)) return '';
      const name = pick(['include', 'skip']);
      const value = chance(0.7)
        ? variable(new GraphQLNonNull(GraphQLBoolean), () => chance(0.5))
        : String(chance(0.5));
      return ` @${name}(if: ${value})`;
    };

    function selection(type: GraphQLObjectType, depth: number, unique: boolean): string {
      const fields = Object.values(type.getFields()).filter(
        (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
      );
      const wanted = new Set(Array.from({ length: 1 + below(4) }, () => oneOf(type, fields)));
      const parts = [...wanted]
        .filter(Boolean)
        .map((field) => fieldText(type, field, depth, unique));
      if (parts.length === 0 || chance(0.08)) parts.push(`${unique ? alias() : ''}__typename`);
      return parts.join(' ');
    }

    const alias = () => `a${(names += 1)}: `;

    /** One of the fields; more often one that no operation has asked for yet, or that leads to such. */
    function oneOf(type: GraphQLObjectType, fields: readonly Field[]): Field {
      const here = stepsFrom(type) ?? 0;
      const some = fields.filter((field) => {
        const there = stepsFrom(getNamedType(field.type));
        return (
          !everAsked.has(`${type.name}.${field.name}`) || (there !== undefined && there < here)
        );
      });
      return pick(some.length > 0 && chance(0.6) ? some : fields);
    }

    function fieldText(
      parent: GraphQLObjectType,
      field: GraphQLField<unknown, unknown>,
      depth: number,
      unique: boolean,
    ): string {
      everAsked.add(`${parent.name}.${field.name}`);
      const args = argumentsOf(field);
      // Fields of one name merge only where their arguments are the same.
      const named = unique || args !== '' || chance(0.15) ? alias() : '';
      const beneath = getNamedType(field.type);
      const inner = isCompositeType(beneath) ? ` { ${beneathOf(beneath, depth - 1, unique)} }` : '';
      return `${named}${field.name}${args}${directive()}${inner}`;
    }

    function beneathOf(type: GraphQLNamedType, depth: number, unique: boolean): string {
      if (isAbstractType(type)) {
        const types = schema.getPossibleTypes(type);
        const some = new Set(Array.from({ length: 1 + below(3) }, () => pick(types)));
        const own = isObjectLike(type) && chance(0.5) ? ['id'] : [];
        return [
          ...own,
          '__typename',
          ...[...some].map((each) => `... on ${each.name} { ${selection(each, depth, true)} }`),
        ].join(' ');
      }
      if (!isObjectType(type)) throw new Error(`nothing beneath ${type.name}`);
      const direct = selection(type, depth, unique);
      if (chance(0.12)) return `${direct} ...${directive()} { ${selection(type, depth, unique)} }`;
      if (!chance(0.1)) return direct;
      const name = `F${fragments.length}`;
      fragments.push('');
      const text = `fragment ${name} on ${type.name} { ${selection(type, depth, unique)} }`;
      fragments[Number(name.slice(1))] = text;
      return `${direct} ...${name}${directive()}`;
    }

    const roots = Object.values(query.getFields());
    const depth = 2 + below(4);
    const asked = Array.from({ length: chance(0.2) ? 2 : 1 }, () => pick(roots));
    const body = asked.map((field) => fieldText(query, field, depth, true)).join(' ');
    const declared = [...variables].map(([name, { type }]) => `$${name}: ${String(type)}`);
    const head = declared.length > 0 ? `query Q(${declared.join(', ')})` : 'query Q';
    const sets = Array.from({ length: variables.size > 0 ? 3 : 1 }, () =>
      Object.fromEntries(
        [...variables]
          .filter(([, { nullable }]) => !nullable || !chance(0.08))
          .map(([name, { nullable, again }]) => [name, nullable && chance(0.08) ? null : again()]),
      ),
    );
    const text = `${head} { ${body} } ${fragments.join(' ')}`;
    return { query: text, variables: sets };
  };
}

/** How many fields lead from a type to one that has a field which was never asked for; undefined for none. */
function stepsToUnasked(schema: GraphQLSchema, everAsked: ReadonlySet<string>) {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  let steps = new Map<string, number>();
  let asked = -1;

  function measure(): void {
    asked = everAsked.size;
    steps = new Map();
    for (let most = 0, before = -1; before !== steps.size; most += 1) {
      before = steps.size;
      const known = new Set(steps.keys());
      const isNear = (type: GraphQLObjectType, field: Field) =>
        most === 0
          ? !everAsked.has(`${type.name}.${field.name}`)
          : known.has(getNamedType(field.type).name);
      for (const type of types) {
        const isKnown = known.has(type.name);
        if (!isKnown && Object.values(type.getFields()).some((field) => isNear(type, field)))
          steps.set(type.name, most);
      }
    }
  }

  return ({ name }: GraphQLNamedType): number | undefined => {
    if (asked !== everAsked.size) measure();
    return steps.get(name);
  };
}

/** The type of the rows that a field gives, one or a page of them. */
function rowsOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  const nodes = isObjectType(type) ? type.getFields()['nodes'] : undefined;
  return nodes ? getNamedType(nodes.type).name : type.name;
}

const isObjectLike = (type: GraphQLNamedType) => 'getFields' in type;

/** A value as the query language writes it. */
function literal(type: GraphQLInputType, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isNonNullType(type)) return literal(type.ofType, value);
  if (isListType(type)) {
    return `[${(value as unknown[]).map((item) => literal(type.ofType, item)).join(', ')}]`;
  }
  if (isEnumType(type)) return value as string;
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, item]) => `${name}: ${literal(type.getFields()[name]!.type, item)}`,
  );
  return `{${fields.join(', ')}}`;
}

/** The same type without null. */
const requiredOf = (type: GraphQLInputType): GraphQLInputType =>
  isNonNullType(type) ? type : new GraphQLNonNull(type);
