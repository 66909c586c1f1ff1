import type pg from 'pg';

/** A statement whose only row has one value; named where a connection has it prepared. */
export type ValueQuery = { text: string; values: readonly unknown[]; name?: string | undefined };

/** A connection as the driver hands it to what is submitted; its types leave out what it knows by name. */
type Wire = {
  stream: { cork: () => void; uncork: () => void };
  parsedStatements: Readonly<Record<string, string>>;
  submittedNamedStatements: Record<string, string>;
  parse: (query: { text: string; name?: string | undefined }) => void;
  bind: (bound: { statement?: string | undefined; values: readonly Written[] }) => void;
  execute: (portal: object) => void;
  sync: () => void;
};

type Written = string | Buffer | null;

type Answered = (error: unknown, value?: string | null) => void;

/** Values as PostgreSQL reads them. */
function written(value: unknown): Written {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  return value instanceof Uint8Array ? Buffer.from(value) : (value as number | boolean).toString();
}

/**
 * What the driver submits (`Submittable` at node-postgres.com/apis/client): it has neither the columns
 * described nor a result made of the rows, which would take longer than all else that the driver does.
 */
class OneValue implements pg.Submittable {
  readonly text: string;
  readonly name: string | undefined;
  readonly #values: readonly Written[];
  /** Set anew by the driver, which waits no longer than it may. */
  callback: Answered;
  #value: string | null = null;

  constructor({ text, values, name }: ValueQuery, callback: Answered) {
    this.text = text;
    this.name = name;
    // Before anything is sent: what cannot be written leaves no question half asked.
    this.#values = values.map(written);
    this.callback = callback;
  }

  submit(connection: unknown): void {
    const wire = connection as Wire;
    wire.stream.cork();
    this.#parse(wire);
    wire.bind({ statement: this.name, values: this.#values });
    wire.execute({});
    wire.sync();
    wire.stream.uncork();
  }

  #parse(wire: Wire): void {
    const { name, text } = this;
    if (name !== undefined) {
      if (name in wire.parsedStatements || name in wire.submittedNamedStatements) return;
      // The driver notes it as parsed, or forgets it.
      wire.submittedNamedStatements[name] = text;
    }
    wire.parse({ text, name });
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.#value = fields[0] ?? null;
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.callback(null, this.#value);
  }

  handleError(error: unknown): void {
    this.callback(error);
  }
}

/** Runs a statement by a connection; gives its value as PostgreSQL writes it, null where there is none. */
export const askForValue = (client: pg.Client, query: ValueQuery): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const answered: Answered = (error, value = null) => {
      if (error === null) resolve(value);
      else reject(error);
    };
    client.query(new OneValue(query, answered));
  });
