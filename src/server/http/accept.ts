const jsonTypes = ['application/json', 'application/graphql-response+json'] as const;

export type JsonType = (typeof jsonTypes)[number];

/**
 * The media type of a JSON answer for an `Accept` that asks for nothing but JSON, the first of its
 * ranges deciding as in Yoga; null where it names anything else, which is not weighed here.
 */
export function jsonTypeFor(accept: string | undefined): JsonType | null {
  if (accept === undefined || accept === '') return 'application/json';
  if (accept.includes('charset')) return null;
  const [first, ...rest] = accept.split(',').map(typeOf);
  return rest.includes(null) ? null : (first ?? null);
}

function typeOf(range: string): JsonType | null {
  const [name = ''] = range.split(';');
  const type = name.trim().toLowerCase();
  if (type === '*/*' || type === 'application/*') return 'application/json';
  return jsonTypes.find((each) => each === type) ?? null;
}
