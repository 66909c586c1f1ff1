import type { SQL } from 'drizzle-orm';

export type ArgumentValues = Readonly<Record<string, unknown>>;

/** Works a value out from the arguments. */
export type ValueOf = { of(args: ArgumentValues): unknown }['of'];

/** The arguments of a field, and how their values go into a statement. */
export type FieldArguments = {
  /** Their values now; only what is structure may be read, such as which are given. */
  args: ArgumentValues;
  /** An argument, its texts, numbers and lists bound to parameters. */
  parameter: (name: string) => unknown;
  /** A parameter whose value is worked out from the arguments. */
  computed: (of: ValueOf) => SQL;
};
