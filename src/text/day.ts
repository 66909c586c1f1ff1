/** Whether a text is a day of the calendar as YYYY-MM-DD: 2023-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // The parser of the language takes a 30th of February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
