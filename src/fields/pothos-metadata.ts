import type { GraphQLField, GraphQLNamedType } from 'graphql';
import type { TableName } from '../db/relations.ts';

/**
 * The one file that reads what the schema's builder leaves on types and fields. What it has no
 * answer for, the ordinary executor answers.
 */
type Left = {
  readonly pothosExposedField?: string;
  readonly pothosDrizzleModel?: TableName;
  readonly pothosDrizzleSelect?: DrizzleSelect;
};

const leftOn = ({ extensions }: { extensions: Readonly<Record<string, unknown>> }): Left =>
  extensions;

/** The column that a field exposes as it is, by its property's name. */
export const exposedColumn = (field: GraphQLField<unknown, unknown>) =>
  leftOn(field).pothosExposedField;

/** The table behind a type, by its name among the relations. */
export const tableNameOf = (type: GraphQLNamedType) => leftOn(type).pothosDrizzleModel;

/** A relation that a field follows, and how its rows are chosen; null for the row itself. */
export type FollowedRelation = { relation: string | null; query: RelationQuery };
type RelationQuery = { where?: object; orderBy?: object; limit?: number };

// The plugin's own signature.
// oxlint-disable-next-line max-params
type DrizzleSelect = (
  args: object,
  context: object,
  nested: (query?: object) => { recorded: RelationQuery },
  selected: () => ReadonlySet<string>,
  position: object,
) => { recorded?: RelationQuery; with?: Record<string, { recorded?: RelationQuery }> };

const known = new Set(['where', 'orderBy', 'limit']);

/** What a relation or a variant without arguments would load; null where it is more than that. */
export function followedRelation(field: GraphQLField<unknown, unknown>): FollowedRelation | null {
  const select = leftOn(field).pothosDrizzleSelect;
  if (typeof select !== 'function') return null;
  const nested = (query: object = {}) => ({ recorded: query });
  const loaded = select({}, {}, nested, () => new Set(), {
    path: [],
    segments: [],
  });
  if (loaded.recorded) return { relation: null, query: loaded.recorded };
  const [relation, ...others] = Object.entries(loaded.with ?? {});
  const query = relation?.[1].recorded;
  if (!relation || !query || others.length > 0) return null;
  return Object.keys(query).every((key) => known.has(key))
    ? { relation: relation[0], query }
    : null;
}
