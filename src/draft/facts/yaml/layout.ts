/** Maps and lists that fit in one line are written in one, as a person writes them. */
const lineWidth = 100;

/** What is always written over several lines, however short. */
const tall: ReadonlySet<string> = new Set([
  'report',
  'measures',
  'outcomes',
  'targets',
  'problems',
  'parts',
  'sections',
  'acts',
  'figures',
]);

const tallItems: ReadonlySet<string> = new Set([...tall].map((name) => `${name} item`));

/** By what name the items of a list are laid out. */
export const itemName = (list: string): string => (tall.has(list) ? `${list} item` : '');

/** Whether a list is written in one line, where all of it takes so many characters. */
export const isFlatList = (name: string, length: number, holdsMaps: boolean): boolean =>
  !tall.has(name) && name !== '' && !holdsMaps && length <= lineWidth;

/** Whether a map is written in one line. */
export const isFlatMap = (name: string, length: number): boolean =>
  !tallItems.has(name) && !tall.has(name) && length <= lineWidth;

/** How many characters a value, a list or a map takes in one line, by those of what stands in it. */
export const lengths = {
  value: (value: unknown): number => String(value).length + 2,
  list: (items: readonly number[]): number => items.reduce((sum, length) => sum + length + 2, 2),
  map: (fields: readonly (readonly [name: string, length: number])[]): number =>
    fields.reduce((sum, [name, length]) => sum + name.length + length + 3, 2),
};
