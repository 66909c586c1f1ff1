-- drizzle-kit knows no virtual tables. Texts are written as overlapping pairs of characters, so
-- every character but white space is part of a token; `scope` holds marks to limit a search by.
CREATE VIRTUAL TABLE `search_index` USING fts5(
  body, title, scope,
  content='', contentless_delete=1, prefix='1',
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);
