CREATE TABLE `report_check_kinds` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`possible_count` integer NOT NULL,
	`made_count` integer NOT NULL,
	CONSTRAINT `report_check_kinds_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_check_kinds_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "report_check_kinds_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'SET_SIZE', 'REMAINDER')),
	CONSTRAINT "report_check_kinds_counts" CHECK("made_count" <= "possible_count")
);
--> statement-breakpoint
CREATE TABLE `report_unmade_checks` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`check_count` integer NOT NULL,
	CONSTRAINT `report_unmade_checks_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_unmade_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "report_unmade_checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'SET_SIZE', 'REMAINDER')),
	CONSTRAINT "report_unmade_checks_reason" CHECK("reason" in ('AGREES', 'WITHIN_ROUNDING', 'WITHIN_BOUNDS', 'NO_READING_AGREES', 'BASE_NOT_SAID', 'NOT_BOUNDED', 'UNITS_DIFFER', 'NOT_TOLD', 'SAID_REVISED', 'SCOPES_MAY_DIFFER', 'LEFT_OPEN'))
);
--> statement-breakpoint
ALTER TABLE `reports` ADD `possible_check_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `made_check_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `settled_sha256` text DEFAULT '' NOT NULL;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_reports` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`kind` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`place_id` integer NOT NULL,
	`publisher_id` integer,
	`published_on` text,
	`period_text` text,
	`period_edtf` text,
	`period_start` text,
	`period_end` text,
	`period_basis` text,
	`period_evidence_id` integer,
	`year` integer,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`characters` integer NOT NULL,
	`url` text,
	`numeral_count` integer NOT NULL,
	`quantity_count` integer NOT NULL,
	`claimed_count` integer NOT NULL,
	`waived_count` integer NOT NULL,
	`clause_count` integer NOT NULL,
	`covered_clause_count` integer NOT NULL,
	`heading_clause_count` integer DEFAULT 0 NOT NULL,
	`waived_clause_count` integer NOT NULL,
	`clause_characters` integer NOT NULL,
	`covered_characters` integer NOT NULL,
	`possible_check_count` integer DEFAULT 0 NOT NULL,
	`made_check_count` integer DEFAULT 0 NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`place_order` text NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_reports_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_reports_publisher_id_organizations_id_fk` FOREIGN KEY (`publisher_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_reports_period_evidence_id_evidences_id_fk` FOREIGN KEY (`period_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "reports_coverage" CHECK("claimed_count" + "waived_count" <= "quantity_count" and "quantity_count" <= "numeral_count"),
	CONSTRAINT "reports_words" CHECK("covered_clause_count" + "heading_clause_count" + "waived_clause_count" <= "clause_count" and "covered_characters" <= "clause_characters"),
	CONSTRAINT "reports_checks" CHECK("made_check_count" <= "possible_check_count"),
	CONSTRAINT "reports_kind" CHECK("kind" in ('STATUTORY_ANNUAL', 'MODEL_AREA', 'WORK_REPORT', 'OTHER')),
	CONSTRAINT "reports_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "reports_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "reports_sha256" CHECK(length("sha256") = 64),
	CONSTRAINT "reports_characters" CHECK("characters" = length("text"))
);
--> statement-breakpoint
INSERT INTO `__new_reports`(`id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count`, `clause_count`, `covered_clause_count`, `heading_clause_count`, `waived_clause_count`, `clause_characters`, `covered_characters`, `search_id`, `place_order`) SELECT `id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count`, `clause_count`, `covered_clause_count`, `heading_clause_count`, `waived_clause_count`, `clause_characters`, `covered_characters`, `search_id`, `place_order` FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_check_operands` (
	`check_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`outcome_id` integer NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT `check_operands_pk` PRIMARY KEY(`check_id`, `ordinal`),
	CONSTRAINT `fk_check_operands_check_id_checks_id_fk` FOREIGN KEY (`check_id`) REFERENCES `checks`(`id`),
	CONSTRAINT `fk_check_operands_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT "check_operands_role" CHECK("role" in ('WHOLE', 'PART', 'RATE', 'COUNT', 'BASE', 'CHANGED', 'EXCLUDED', 'CONFIRMS', 'TOLD', 'RESTATED'))
);
--> statement-breakpoint
INSERT INTO `__new_check_operands`(`check_id`, `ordinal`, `outcome_id`, `role`) SELECT `check_id`, `ordinal`, `outcome_id`, `role` FROM `check_operands`;--> statement-breakpoint
DROP TABLE `check_operands`;--> statement-breakpoint
ALTER TABLE `__new_check_operands` RENAME TO `check_operands`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_checks` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`kind` text NOT NULL,
	`verdict` text NOT NULL,
	`stated` real,
	`computed` real,
	`stated_low` real,
	`stated_high` real,
	`computed_low` real,
	`computed_high` real,
	`reason` text NOT NULL,
	`holds_only_by_rounding` integer NOT NULL,
	`explanation_zh` text NOT NULL,
	`explanation_en` text NOT NULL,
	`evidence_id` integer,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_checks_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'SET_SIZE', 'REMAINDER')),
	CONSTRAINT "checks_verdict" CHECK("verdict" in ('HOLDS', 'DOES_NOT_FOLLOW', 'CANNOT_BE_CHECKED')),
	CONSTRAINT "checks_reason" CHECK("reason" in ('AGREES', 'WITHIN_ROUNDING', 'WITHIN_BOUNDS', 'NO_READING_AGREES', 'BASE_NOT_SAID', 'NOT_BOUNDED', 'UNITS_DIFFER', 'NOT_TOLD', 'SAID_REVISED', 'SCOPES_MAY_DIFFER', 'LEFT_OPEN')),
	CONSTRAINT "checks_rounding_holds" CHECK(not "holds_only_by_rounding" or "verdict" = 'HOLDS'),
	CONSTRAINT "checks_verdict_has_figures" CHECK("verdict" = 'CANNOT_BE_CHECKED' or ("stated" is not null and "computed" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_checks`(`id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `stated_low`, `stated_high`, `computed_low`, `computed_high`, `reason`, `holds_only_by_rounding`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `stated_low`, `stated_high`, `computed_low`, `computed_high`, `reason`, `holds_only_by_rounding`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order` FROM `checks`;--> statement-breakpoint
DROP TABLE `checks`;--> statement-breakpoint
ALTER TABLE `__new_checks` RENAME TO `checks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `reports_place` ON `reports` (`place_id`,`code`);--> statement-breakpoint
CREATE INDEX `reports_place_order` ON `reports` (`place_order`,`code`);--> statement-breakpoint
CREATE INDEX `reports_kind` ON `reports` (`kind`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year` ON `reports` (`year`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_ascending` ON `reports` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_descending` ON `reports` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_title_zh` ON `reports` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`,`code`);--> statement-breakpoint
CREATE INDEX `check_operands_outcome` ON `check_operands` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `checks_text_order` ON `checks` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_report` ON `checks` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_verdict` ON `checks` (`verdict`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_kind` ON `checks` (`kind`,`text_order`,`code`);