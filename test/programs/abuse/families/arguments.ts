import { buildClientSchema, getIntrospectionQuery, getNamedType, isInputObjectType } from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import { asking } from '../case.ts';
import type { Case } from '../case.ts';
import { hostileTexts, hostileValues } from '../hostile.ts';
import { waysOf } from '../ways.ts';
import type { Way } from '../ways.ts';

type Ask = (query: string) => Promise<unknown>;

/** Every argument of every field with every hostile value, as a variable and in the text. */
export async function argumentsOf(ask: Ask): Promise<Case[]> {
  const { data } = (await ask(getIntrospectionQuery())) as { data: IntrospectionQuery };
  const cursors = await readCursors(ask);
  const texts = [...hostileTexts, ...cursors];
  return waysOf(buildClientSchema(data)).flatMap((way) => [
    ...[...texts, ...hostileValues].flatMap((value) => casesOf(way, value)),
    ...texts.flatMap((text) => insideOf(way, text)),
  ]);
}

/** Cursors of several lists: each is a stranger to the others. */
async function readCursors(ask: Ask): Promise<string[]> {
  const lists = ['reports', 'measures', 'outcomes', 'links', 'checks', 'numerals', 'places'];
  const fields = lists.map((list) => `${list}(first: 2) { pageInfo { endCursor } }`);
  const search = 'search(text: "审批", first: 1) { pageInfo { endCursor } }';
  const { data } = (await ask(`{ ${fields.join(' ')} ${search} }`)) as {
    data: Record<string, { pageInfo: { endCursor: string } }>;
  };
  return Object.values(data).map(({ pageInfo }) => pageInfo.endCursor);
}

function casesOf(way: Way, value: unknown): Case[] {
  const query = way.query('$v', `($v: ${String(way.argument.type)})`);
  const name = `${way.name} = ${JSON.stringify(value).slice(0, 60)}`;
  return [
    asking('arguments', name, { query, variables: { v: value } }),
    asking('arguments in the text', name, { query: way.query(literalOf(value)) }),
  ];
}

/** The same text in each field of an input object, alone and in a list. */
function insideOf(way: Way, text: string): Case[] {
  const type = getNamedType(way.argument.type);
  if (!isInputObjectType(type)) return [];
  const query = way.query('$v', `($v: ${String(way.argument.type)})`);
  return Object.values(type.getFields()).map((field) => {
    const isList = String(field.type).startsWith('[');
    const variables = { v: { [field.name]: isList ? [text] : text } };
    const name = `${way.name}.${field.name} = ${JSON.stringify(text).slice(0, 60)}`;
    return asking('filters', name, { query, variables });
  });
}

/** A value as it stands in a document. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, item]) => `${name}: ${literalOf(item)}`);
  return `{${fields.join(' ')}}`;
}
