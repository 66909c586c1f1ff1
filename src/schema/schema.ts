import { GraphQLSchema } from 'graphql';
import './answer.ts';
import './continuation.ts';
import './coverage.ts';
import './evidence.ts';
import './measure-document.ts';
import './measure-framework-item.ts';
import './measure-organization.ts';
import './origin.ts';
import './query.ts';
import './report-organization.ts';
import './report-unit.ts';
import './scalars.ts';
import { builder } from './builder.ts';

/**
 * Its types in the order in which one meets them from the root, and behind them what is only met as one of an
 * interface; as it is built, enums come first.
 */
function inOrderOfMeeting(built: GraphQLSchema): GraphQLSchema {
  const config = built.toConfig();
  const met = new GraphQLSchema({ ...config, types: [] });
  const others = config.types.filter(({ name }) => !met.getType(name));
  return new GraphQLSchema({ ...config, types: [...Object.values(met.getTypeMap()), ...others] });
}

/** It keeps its author's order; the committed text is sorted, so that its changes are seen. */
export const schema = inOrderOfMeeting(builder.toSchema({ sortSchema: false }));
