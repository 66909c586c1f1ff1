/**
 * The address without what is empty in it, as a form leaves its untouched fields there: what is empty says
 * nothing, and one page is to have one address. Null where nothing is.
 */
export function withoutEmpty({ pathname, searchParams }: URL): string | null {
  const told = [...searchParams].filter(([, value]) => value.trim() !== '');
  if (told.length === searchParams.size) return null;
  const search = new URLSearchParams(told).toString();
  return search === '' ? pathname : `${pathname}?${search}`;
}
