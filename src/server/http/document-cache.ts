import { LRUCache } from 'lru-cache';

/** How many texts of queries are kept parsed, and of how many characters together. */
const maximumDocuments = 500;
const mostCharacters = 250_000;

/**
 * What was made of the texts of queries. It is bounded in number and, since a parsed text takes some
 * fifty times its own room, in characters too.
 */
export const createDocumentCache = <Item extends object>(characters = mostCharacters) =>
  new LRUCache<string, Item>({
    max: maximumDocuments,
    maxSize: characters,
    sizeCalculation: (_item, text) => text.length + 1,
  });
