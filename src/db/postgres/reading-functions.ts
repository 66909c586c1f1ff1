/*
 * What statements call that PostgreSQL has not by itself; they stand beside the tables.
 */
export const readingFunctions: readonly string[] = [
  // Sums of real numbers as SQLite makes them, after Kahan, Babuska and Neumaier: with the rounding errors kept beside.
  `create function add_compensated(state double precision[], value double precision) returns double precision[]
    language plpgsql immutable parallel safe as $$
    declare
      total double precision;
    begin
      if value is null then return state; end if;
      if state is null then return array[value, 0]; end if;
      total := state[1] + value;
      if abs(state[1]) > abs(value) then
        return array[total, state[2] + ((state[1] - total) + value)];
      end if;
      return array[total, state[2] + ((value - total) + state[1])];
    end $$`,
  `create function end_compensated(state double precision[]) returns double precision
    language sql immutable parallel safe return state[1] + state[2]`,
  `create aggregate compensated_sum(double precision) (
    sfunc = add_compensated, stype = double precision[], finalfunc = end_compensated
  )`,
  // A null where none may be ends a statement.
  `create function not_null(value anyelement) returns anyelement language plpgsql immutable parallel safe as $$
    begin
      if value is null then raise 'a value that may not be null is null'; end if;
      return value;
    end $$`,
];
