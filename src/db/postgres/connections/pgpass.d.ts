declare module 'pgpass' {
  /** Whose password is looked for. */
  type Wanted = {
    host: string;
    port: number;
    database: string | undefined;
    user: string | undefined;
  };
  /** Looks in the pass file; undefined where it tells none. */
  export default function pgpass(
    wanted: Wanted,
    done: (password: string | undefined) => void,
  ): void;
}
