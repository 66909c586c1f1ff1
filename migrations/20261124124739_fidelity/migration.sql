CREATE TABLE `check_operands` (
	`check_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`outcome_id` integer NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT `check_operands_pk` PRIMARY KEY(`check_id`, `ordinal`),
	CONSTRAINT `fk_check_operands_check_id_checks_id_fk` FOREIGN KEY (`check_id`) REFERENCES `checks`(`id`),
	CONSTRAINT `fk_check_operands_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT "check_operands_role" CHECK("role" in ('WHOLE', 'PART', 'RATE', 'COUNT', 'BASE', 'CHANGED', 'TOLD'))
);
--> statement-breakpoint
CREATE TABLE `checks` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`kind` text NOT NULL,
	`verdict` text NOT NULL,
	`stated` real,
	`computed` real,
	`explanation_zh` text NOT NULL,
	`explanation_en` text NOT NULL,
	`evidence_id` integer,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_checks_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'SET_SIZE')),
	CONSTRAINT "checks_verdict" CHECK("verdict" in ('HOLDS', 'DOES_NOT_FOLLOW', 'CANNOT_BE_CHECKED')),
	CONSTRAINT "checks_verdict_has_figures" CHECK("verdict" = 'CANNOT_BE_CHECKED' or ("stated" is not null and "computed" is not null))
);
--> statement-breakpoint
CREATE TABLE `framework_items` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`framework_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	CONSTRAINT `fk_framework_items_framework_id_frameworks_id_fk` FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`)
);
--> statement-breakpoint
CREATE TABLE `frameworks` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`edition` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `measure_framework_items` (
	`measure_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	CONSTRAINT `measure_framework_items_pk` PRIMARY KEY(`measure_id`, `item_id`),
	CONSTRAINT `fk_measure_framework_items_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_measure_framework_items_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`)
);
--> statement-breakpoint
CREATE TABLE `numerals` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`outcome_id` integer,
	`waiver_zh` text,
	`waiver_en` text,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_numerals_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_numerals_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_numerals_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT "numerals_kind" CHECK("kind" in ('QUANTITY', 'DATE', 'ORDINAL', 'IDIOM', 'CODE', 'TITLE', 'UNKNOWN')),
	CONSTRAINT "numerals_offsets" CHECK("start" >= 0 and "end" - "start" = length("text")),
	CONSTRAINT "numerals_waiver_whole" CHECK(("waiver_zh" is null) = ("waiver_en" is null)),
	CONSTRAINT "numerals_claimed_are_quantities" CHECK(("outcome_id" is null and "waiver_zh" is null) or "kind" = 'QUANTITY'),
	CONSTRAINT "numerals_claimed_or_waived" CHECK("outcome_id" is null or "waiver_zh" is null)
);
--> statement-breakpoint
CREATE TABLE `report_framework_items` (
	`report_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`measure_count` integer NOT NULL,
	CONSTRAINT `report_framework_items_pk` PRIMARY KEY(`report_id`, `item_id`),
	CONSTRAINT `fk_report_framework_items_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_report_framework_items_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`)
);
--> statement-breakpoint
CREATE TABLE `report_parts` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`part` text NOT NULL,
	`present` integer NOT NULL,
	`evidence_id` integer,
	CONSTRAINT `report_parts_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_parts_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_report_parts_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "report_parts_part" CHECK("part" in ('RESULTS', 'SHORTCOMINGS', 'LEADERS_DUTY', 'PLAN', 'OTHER')),
	CONSTRAINT "report_parts_present_has_words" CHECK("present" = ("evidence_id" is not null))
);
--> statement-breakpoint
ALTER TABLE `reports` ADD `numeral_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `quantity_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `claimed_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `waived_count` integer NOT NULL;--> statement-breakpoint
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
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`characters` integer NOT NULL,
	`url` text,
	`numeral_count` integer NOT NULL,
	`quantity_count` integer NOT NULL,
	`claimed_count` integer NOT NULL,
	`waived_count` integer NOT NULL,
	CONSTRAINT `fk_reports_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_reports_publisher_id_organizations_id_fk` FOREIGN KEY (`publisher_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_reports_period_evidence_id_evidences_id_fk` FOREIGN KEY (`period_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "reports_coverage" CHECK("claimed_count" + "waived_count" <= "quantity_count" and "quantity_count" <= "numeral_count"),
	CONSTRAINT "reports_kind" CHECK("kind" in ('STATUTORY_ANNUAL', 'MODEL_AREA', 'WORK_REPORT', 'OTHER')),
	CONSTRAINT "reports_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "reports_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "reports_sha256" CHECK(length("sha256") = 64),
	CONSTRAINT "reports_characters" CHECK("characters" = length("text"))
);
--> statement-breakpoint
INSERT INTO `__new_reports`(`id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `text`, `sha256`, `characters`, `url`) SELECT `id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `text`, `sha256`, `characters`, `url` FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `reports_place` ON `reports` (`place_id`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`);--> statement-breakpoint
CREATE INDEX `check_operands_outcome` ON `check_operands` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `checks_text_order` ON `checks` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_report` ON `checks` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_verdict` ON `checks` (`verdict`,`text_order`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `framework_items_ordinal` ON `framework_items` (`framework_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `measure_framework_items_item` ON `measure_framework_items` (`item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `numerals_span` ON `numerals` (`report_id`,`start`);--> statement-breakpoint
CREATE INDEX `numerals_text_order` ON `numerals` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_report` ON `numerals` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_kind` ON `numerals` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_outcome` ON `numerals` (`outcome_id`);