import { finiteRule } from './finite-rule.ts';
import { limitRule } from './limit-rule.ts';

/** What a query is held against beside the rules of GraphQL. */
export const ownRules = [limitRule, finiteRule];
