import { GraphQLError, GraphQLFloat, getNamedType } from 'graphql';
import type { FloatValueNode, IntValueNode, ValidationRule } from 'graphql';

/** As many characters of a number are told. */
const shown = 40;

/** Refuses numbers in a query that are infinite as a Float, as those of variables are; graphql-js takes them. */
export const finiteRule: ValidationRule = (context) => {
  const look = (node: FloatValueNode | IntValueNode) => {
    const type = getNamedType(context.getInputType());
    if (type !== GraphQLFloat || Number.isFinite(Number.parseFloat(node.value))) return;
    const { value } = node;
    const told = value.length <= shown ? value : `${value.slice(0, shown)}…`;
    const message = `Float cannot represent ${told}: it is beyond ±1.8e308, the farthest that a number of 64 bits reaches.`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  };
  return { FloatValue: look, IntValue: look };
};
