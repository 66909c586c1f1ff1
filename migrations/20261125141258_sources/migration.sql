CREATE TABLE `sources` (
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`place` integer NOT NULL,
	`sha256` text NOT NULL,
	`rows_sha256` text NOT NULL,
	CONSTRAINT `sources_pk` PRIMARY KEY(`kind`, `code`),
	CONSTRAINT "sources_kind" CHECK("kind" in ('REPORT', 'VOCABULARY', 'RULES'))
);
