-- drizzle-kit knows no virtual tables. Each row is an entry as tokens: the overlapping pairs of characters of its
-- texts, and every character once; and marks to limit a search by. Every character but white space is part of a
-- token. Where tokens stand is only kept of pairs. See src/text/search/full-text.ts.
CREATE VIRTUAL TABLE `search_pairs` USING fts5(
  tokens,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_characters` USING fts5(
  tokens,
  content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);
--> statement-breakpoint
-- Nor tables without a rowid, which hold small rows once and in their order. See src/db/statistics/value-counts.ts and
-- src/db/statistics/facet-counts.ts.
CREATE TABLE `value_counts` (
  `name` text NOT NULL, `value` blob NOT NULL, `count` integer NOT NULL,
  PRIMARY KEY (`name`, `value`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `value_counts_count` ON `value_counts` (`name`, `count`, `value`);
--> statement-breakpoint
CREATE TABLE `value_bounds` (
  `name` text NOT NULL, `value` blob NOT NULL, `key` text NOT NULL, `low` blob NOT NULL, `high` blob NOT NULL,
  PRIMARY KEY (`name`, `value`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `facet_counts` (
  `pair` integer NOT NULL, `value` blob NOT NULL, `other` blob NOT NULL, `count` integer NOT NULL,
  PRIMARY KEY (`pair`, `value`, `other`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `facet_counts_count` ON `facet_counts` (`pair`, `value`, `count`);
--> statement-breakpoint
CREATE INDEX `facet_counts_none` ON `facet_counts` (`count`) WHERE `count` = 0;
--> statement-breakpoint
-- What its columns hold is told in src/db/groups/table.ts. A whole number takes eight bytes here in a column that is
-- `real`, and few in one that is `numeric`. The indexes have all that groups are mostly put in order by.
CREATE TABLE `outcome_groups` (
  `dimensions` integer NOT NULL, `first` blob NOT NULL, `second` blob NOT NULL, `third` blob NOT NULL,
  `count` integer NOT NULL, `figures` integer NOT NULL, `withheld` integer NOT NULL, `is_exact` integer,
  `total` numeric, `low` numeric, `high` numeric, `least` numeric, `most` numeric, `unit_id` integer, `facts` text,
  PRIMARY KEY (`dimensions`, `first`, `second`, `third`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `outcome_groups_second` ON `outcome_groups` (`dimensions`, `second`, `first`, `count`)
  WHERE `second` >= 0 AND `dimensions` % 2 = 0;
--> statement-breakpoint
CREATE INDEX `outcome_groups_third` ON `outcome_groups` (`dimensions`, `third`, `first`, `count`)
  WHERE `third` >= 0 AND `dimensions` % 2 = 0;
