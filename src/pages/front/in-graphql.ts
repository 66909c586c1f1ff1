/** The fields whose values are names of a closed list, which GraphQL writes without quotes. */
const ofNames: ReadonlySet<string> = new Set(['types', 'kinds', 'parts', 'missingParts']);

/** A filter as an argument in the text of a query, with a comma behind it; nothing for an empty one. */
export function inGraphql(
  filter: Readonly<Record<string, string | readonly unknown[] | null>>,
): string {
  const fields = Object.entries(filter).flatMap(([name, value]) => {
    if (value === null) return [];
    const isNamed = ofNames.has(name) && Array.isArray(value);
    return `${name}: ${isNamed ? `[${value.join(', ')}]` : JSON.stringify(value)}`;
  });
  return fields.length === 0 ? '' : `filter: { ${fields.join(', ')} }, `;
}
