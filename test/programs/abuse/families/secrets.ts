import { jsonPost, overHttp } from '../case.ts';
import type { Case } from '../case.ts';
import { secret } from '../run.ts';

const family = 'secrets';

/** Questions that carry what the log must not, in every place where a client may put it. */
export function secrets(): Case[] {
  const queries = [
    `query ($v: String!) { search(text: $v) { totalCount } }`,
    `query ($v: String) { outcomes(after: $v) { totalCount } }`,
    `query ($v: Int) { outcomes(first: $v) { totalCount } }`,
    `query ($v: ID!) { node(id: $v) { id } }`,
    `{ search(text: "${secret}") { totalCount } }`,
    `{ outcomes(after: "${secret}") { totalCount } }`,
    `{ ${secret.replaceAll('-', '_')}: nope }`,
    `{ "${secret}" }`,
  ];
  const headers = { authorization: `Bearer ${secret}`, cookie: `session=${secret}` };
  return queries.flatMap((query) => {
    const variables = { v: secret };
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return [
      overHttp(family, query, jsonPost(JSON.stringify({ query, variables }), headers)),
      overHttp(family, query, jsonPost(`{"query":"${secret}`, headers)),
      overHttp(family, query, { path: `/graphql?${search}`, headers }),
      overHttp(family, query, { path: `/graphql?${search}&format=csv`, headers }),
    ];
  });
}
