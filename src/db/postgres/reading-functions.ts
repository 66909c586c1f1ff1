/*
 * What statements call that PostgreSQL has not by itself; they stand beside the tables. Sums of real numbers are
 * made as SQLite makes them, after Kahan, Babuska and Neumaier: with the rounding errors kept beside. Where
 * PostgreSQL ends a statement, as a number is too large or too small, it is infinite or nothing.
 */
export const readingFunctions: readonly string[] = [
  // What is added to the largest number and is less than the last one here leaves it as it is.
  `create function is_beyond(one double precision, other double precision) returns boolean
    language sql immutable parallel safe
    return sign(one) = sign(other)
      and abs(other) - (1.7976931348623157e308 - abs(one)) >= 9.979201547673599e291`,
  `create function add_compensated(state double precision[], value double precision) returns double precision[]
    language plpgsql immutable parallel safe as $$
    declare
      total double precision;
    begin
      if value is null then return state; end if;
      if state is null then return array[value, 0, 1]; end if;
      if is_beyond(state[1], value) then
        return array[sign(value) * 'infinity'::double precision, 0, state[3] + 1];
      end if;
      total := state[1] + value;
      if abs(state[1]) > abs(value) then
        return array[total, state[2] + ((state[1] - total) + value), state[3] + 1];
      end if;
      return array[total, state[2] + ((value - total) + state[1]), state[3] + 1];
    end $$`,
  `create function sum_of(state double precision[]) returns double precision
    language sql immutable parallel safe
    return case
      when state[2] = 'nan' then state[1]
      when is_beyond(state[1], state[2]) then sign(state[1]) * 'infinity'::double precision
      else state[1] + state[2]
    end`,
  // Where half of the least number that there is comes out, or less.
  `create function mean_of(sum double precision, count bigint) returns double precision
    language sql immutable parallel safe
    return case
      when abs(sum) > 1e-300 or sum = 0 then sum / count
      when abs(sum) * 2 <= count * '5e-324'::double precision then sign(sum) * 0::double precision
      else sum / count
    end`,
  `create function mean_of(state double precision[]) returns double precision
    language sql immutable parallel safe
    return mean_of(sum_of(state), state[3]::bigint)`,
  `create aggregate compensated_sum(double precision) (
    sfunc = add_compensated, stype = double precision[], finalfunc = sum_of
  )`,
  `create aggregate compensated_mean(double precision) (
    sfunc = add_compensated, stype = double precision[], finalfunc = mean_of
  )`,
  // Whether an entry lacks one of the patterns. What it costs stands for what its words do, which lie apart from it:
  // PostgreSQL takes these for as cheap as a number, and would read those of all entries rather than ask their index.
  `create function lacks_pattern(title text, body text, patterns text[]) returns boolean
    language plpgsql immutable parallel safe cost 1000 as $$
    begin
      return cardinality(patterns) > 0
        and not (title || coalesce(chr(10) || body, '')) like all (patterns);
    end $$`,
  // A null where none may be ends a statement.
  `create function not_null(value anyelement) returns anyelement language plpgsql immutable parallel safe as $$
    begin
      if value is null then raise 'a value that may not be null is null'; end if;
      return value;
    end $$`,
];
