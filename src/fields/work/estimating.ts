import type { GraphQLObjectType } from 'graphql';
import { isAbstractType, isObjectType } from 'graphql';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { limits } from '../../limits.ts';
import { argumentsOf, collectFields } from '../collect-fields.ts';
import type { Selected, Selecting, Selection } from '../collect-fields.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import type { Kind, ReadField, ReadKind, RowPart } from '../field-spec.ts';
import type { TableName } from '../../db/relations.ts';
import { tableNameOf } from '../pothos-metadata.ts';
import { tooComplex } from '../../validation/too-complex.ts';
import type { Occurring, ReckonedPage, Work } from './work.ts';

/** What objects of an answer are read from, and how often they occur in it. */
export type EstimatedSource = {
  at: Occurring;
  /** The table whose rows they are; none for values that are no rows, and at the root. */
  table?: TableName | undefined;
  /** Where the object is a part of the row. */
  part?: RowPart;
  /** Of values that are no rows: how many items each list among them has. */
  items?: number;
};

/** Rows of a table. */
export type EstimatedRows = EstimatedSource & { table: TableName };

export function rowsIn(source: EstimatedSource): EstimatedRows {
  const { table } = source;
  if (!table) throw new Error('a field of rows of a table stands where there are none');
  return { ...source, table };
}

/** The table that a relation leads to. */
export const tableAt = (from: TableName, relation: string): TableName =>
  targetOf(relationOf(from, relation));

/** Adds what a field of a kind costs that is selected on objects which are read from a source. */
export type EstimateKind<Of extends Kind> = ReadKind<Of, Estimating, EstimatedSource, void>;
export type EstimateField = ReadField<Estimating, EstimatedSource, void>;

/** What is added up while the work of one operation is estimated. */
export class Estimating {
  readonly statistics: Statistics;
  readonly selecting: Selecting;
  readonly #estimateField: EstimateField;
  #work: Work = { rows: 0, bytes: 0 };
  #fields = 0;
  /** The pages of the root for which more rows may be read than they hold, by the names of these fields. */
  readonly pages = new Map<string, ReckonedPage>();
  /** The field of the root that is being estimated. */
  root: Selected | null = null;

  constructor(options: {
    statistics: Statistics;
    selecting: Selecting;
    estimateField: EstimateField;
  }) {
    this.statistics = options.statistics;
    this.selecting = options.selecting;
    this.#estimateField = options.estimateField;
  }

  get work(): Work {
    return this.#work;
  }

  read(rows: number): void {
    this.#work.rows += rows;
  }

  /** Rows that are read to find those of a page. */
  readPage(selected: Selected, page: ReckonedPage): void {
    this.read(page.reckoned);
    const isBeyondPage = page.reckoned > page.held;
    if (isBeyondPage && selected === this.root) this.pages.set(selected.name, page);
  }

  write(bytes: number): void {
    this.#work.bytes += bytes;
  }

  /** So many times what stands where there is nothing else: `[],`, or `null` for an object of no fields. */
  writeEmpty(times: number): void {
    this.write(3 * times);
  }

  /** Objects that are read from a source: of one type, or of the costliest of several. */
  object({ type, sets }: Selection, source: EstimatedSource): void {
    if (isAbstractType(type)) {
      const types = this.selecting.schema.getPossibleTypes(type);
      this.#anyOf(
        types.map((each) => () => {
          const table = tableNameOf(each) ?? source.table;
          this.object({ type: each, sets }, { ...source, table });
        }),
      );
    } else {
      this.each({ type, sets }, source.at.rows, (selected, parent) => {
        this.field(parent, selected, source);
      });
    }
  }

  /**
   * Each field that is selected on a type, whose name is written so many times; none of what is no object.
   * @throws QUERY_TOO_COMPLEX where fragments make too many of few
   */
  each(
    { type, sets }: Selection,
    times: number,
    estimate: (selected: Selected, parent: GraphQLObjectType) => void,
  ): void {
    if (!isObjectType(type)) return;
    const fields = collectFields(this.selecting, type, sets);
    this.#fields += fields.length;
    if (this.#fields > limits.selections.value) {
      throw tooComplex('selections', null, 'Ask in several requests.', this.root);
    }
    // `{"name":…,},`
    this.write(times * fields.reduce((bytes, { name }) => bytes + name.length + 4, 3));
    for (const selected of fields) {
      if (selected.field.name === '__typename') this.write(times * (type.name.length + 2));
      else estimate(selected, type);
    }
  }

  field(parent: GraphQLObjectType, selected: Selected, source: EstimatedSource): void {
    this.#estimateField(this, parent, selected, source);
  }

  argumentsOf(selected: Selected): ArgumentValues {
    return argumentsOf(selected, this.selecting.variables);
  }

  /** The largest of several works of which only one is done. */
  #anyOf(alternatives: readonly (() => void)[]): void {
    const before = this.#work;
    let most = before;
    for (const estimate of alternatives) {
      this.#work = { ...before };
      estimate();
      const { rows, bytes } = this.#work;
      most = { rows: Math.max(most.rows, rows), bytes: Math.max(most.bytes, bytes) };
    }
    this.#work = most;
  }
}
