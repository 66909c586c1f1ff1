/*
 * A column that holds numbers and texts alike, as SQLite allows it, holds them as bytes in PostgreSQL: one
 * byte that says what it is and the value behind it, so that bytes follow each other as the values do in
 * SQLite. `packed` makes them in SQL and `integer_of` and `text_of` read them; here they are made to be copied.
 */

const kinds = { integer: 1, text: 2, blob: 3 } as const;

/** Where whole numbers begin: so that negative ones come first, they are counted from here. */
const least = -(2n ** 63n);

/** The bytes of a value that stands in such a column of SQLite. */
export function packValue(value: number | string | Uint8Array): Buffer {
  if (typeof value === 'string')
    return Buffer.concat([Buffer.of(kinds.text), Buffer.from(value, 'utf8')]);
  if (typeof value !== 'number') return Buffer.concat([Buffer.of(kinds.blob), value]);
  if (!Number.isSafeInteger(value))
    throw new Error(`${value} stands where PostgreSQL takes whole numbers and texts`);
  const bytes = Buffer.alloc(9);
  bytes[0] = kinds.integer;
  bytes.writeBigUInt64BE(BigInt(value) - least, 1);
  return bytes;
}

/**
 * The same in SQL; they stand beside the tables. What reads a value is worked out for very many, and is put into a
 * statement in place of its call: so it is not said to be strict, and the text not to be immutable, as what it calls is not.
 */
export const packingFunctions = [
  `create function packed(value bigint) returns bytea language sql immutable strict parallel safe
    return '\\x01'::bytea || int8send(value # (-9223372036854775808)::bigint)`,
  `create function packed(value text) returns bytea language sql immutable strict parallel safe
    return '\\x02'::bytea || convert_to(value, 'UTF8')`,
  `create function packed(value bytea) returns bytea language sql immutable strict parallel safe
    return '\\x03'::bytea || value`,
  `create function integer_of(value bytea) returns bigint language sql immutable parallel safe
    return case when get_byte(value, 0) = 1 then (('x' || encode(substr(value, 2), 'hex'))::bit(64)::bigint) # (-9223372036854775808)::bigint end`,
  `create function text_of(value bytea) returns text language sql stable parallel safe
    return case when get_byte(value, 0) = 2 then convert_from(substr(value, 2), 'UTF8') end`,
];
