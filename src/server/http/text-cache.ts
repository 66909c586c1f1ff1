export type TextCache<Item> = {
  get: (text: string) => Item | undefined;
  set: (text: string, item: Item) => void;
};

/**
 * What was made of texts. It is bounded in number and, since a parsed text takes many times its
 * own room, in characters too; what was not used for longest goes first.
 */
export function createTextCache<Item>({
  most = 500,
  mostCharacters = 1_000_000,
} = {}): TextCache<Item> {
  const items = new Map<string, Item>();
  let characters = 0;

  function forget(text: string): void {
    if (items.delete(text)) characters -= text.length;
  }

  return {
    get(text) {
      const item = items.get(text);
      if (item === undefined) return undefined;
      items.delete(text);
      items.set(text, item);
      return item;
    },
    set(text, item) {
      forget(text);
      items.set(text, item);
      characters += text.length;
      for (const oldest of items.keys()) {
        if (items.size <= most && characters <= mostCharacters) return;
        forget(oldest);
      }
    },
  };
}
