/** By how much longer tests go on that try something often; `JUZHENG_TIMES` says it. */
export const times = Number(process.env['JUZHENG_TIMES'] ?? 1);
