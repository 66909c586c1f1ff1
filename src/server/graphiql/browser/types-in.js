/**
 * What the answer to an introspection query tells: the name of the query type, and by name of each type its kind
 * and, by name of a field, its type's name and the names of its arguments.
 */
export function typesIn({ data }) {
  const { types: all = [], queryType } = data?.__schema ?? {};
  const known = new Map(
    all.map(({ name, kind, fields }) => [
      name,
      { kind, fields: new Map((fields ?? []).map((field) => [field.name, fieldOf(field)])) },
    ]),
  );
  return { root: queryType?.name, known };
}

const fieldOf = ({ type, args }) => ({
  type: nameOf(type),
  args: new Set(args.map(({ name }) => name)),
});

const nameOf = ({ name, ofType }) => name ?? nameOf(ofType);
