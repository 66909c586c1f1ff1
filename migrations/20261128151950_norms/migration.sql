CREATE TABLE `framework_item_ancestors` (
	`item_id` integer NOT NULL,
	`ancestor_id` integer NOT NULL,
	CONSTRAINT `framework_item_ancestors_pk` PRIMARY KEY(`item_id`, `ancestor_id`),
	CONSTRAINT `fk_framework_item_ancestors_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`),
	CONSTRAINT `fk_framework_item_ancestors_ancestor_id_framework_items_id_fk` FOREIGN KEY (`ancestor_id`) REFERENCES `framework_items`(`id`)
);
--> statement-breakpoint
ALTER TABLE `checks` ADD `item_id` integer REFERENCES framework_items(id);--> statement-breakpoint
ALTER TABLE `framework_items` ADD `parent_id` integer REFERENCES framework_items(id);--> statement-breakpoint
ALTER TABLE `framework_items` ADD `position` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `reading_order` text NOT NULL;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `depth` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `source` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `responsible_body_zh` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `responsible_body_en` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `time_limit_zh` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `time_limit_en` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `deliverable_zh` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `deliverable_en` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_bound` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_value` real;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_unit_id` integer REFERENCES units(id);--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_per_id` integer REFERENCES units(id);--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_period` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_indicator_id` integer REFERENCES indicators(id);--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_quote` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_source` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_from` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_until` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_highest_level` text;--> statement-breakpoint
ALTER TABLE `framework_items` ADD `norm_lowest_level` text;--> statement-breakpoint
ALTER TABLE `frameworks` ADD `source` text;--> statement-breakpoint
ALTER TABLE `frameworks` ADD `place_id` integer REFERENCES places(id);--> statement-breakpoint
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
	`item_id` integer,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_checks_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_checks_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`),
	CONSTRAINT "checks_norm_has_item" CHECK(("kind" = 'NORM') = ("item_id" is not null)),
	CONSTRAINT "checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'SET_SIZE', 'NORM', 'REMAINDER')),
	CONSTRAINT "checks_verdict" CHECK("verdict" in ('HOLDS', 'DOES_NOT_FOLLOW', 'CANNOT_BE_CHECKED')),
	CONSTRAINT "checks_reason" CHECK("reason" in ('AGREES', 'WITHIN_ROUNDING', 'WITHIN_BOUNDS', 'NO_READING_AGREES', 'BASE_NOT_SAID', 'NOT_BOUNDED', 'UNITS_DIFFER', 'NOT_TOLD', 'SAID_REVISED', 'SCOPES_MAY_DIFFER', 'BOUNDS_LEAVE_OPEN', 'PERIOD_DIFFERS', 'PER_DIFFERS', 'PART_ONLY', 'LEFT_OPEN')),
	CONSTRAINT "checks_rounding_holds" CHECK(not "holds_only_by_rounding" or "verdict" = 'HOLDS'),
	CONSTRAINT "checks_verdict_has_figures" CHECK("verdict" = 'CANNOT_BE_CHECKED' or ("stated" is not null and "computed" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_checks`(`id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `stated_low`, `stated_high`, `computed_low`, `computed_high`, `reason`, `holds_only_by_rounding`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `stated_low`, `stated_high`, `computed_low`, `computed_high`, `reason`, `holds_only_by_rounding`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order` FROM `checks`;--> statement-breakpoint
DROP TABLE `checks`;--> statement-breakpoint
ALTER TABLE `__new_checks` RENAME TO `checks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_framework_items` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`framework_id` integer NOT NULL,
	`parent_id` integer,
	`ordinal` integer NOT NULL,
	`position` integer NOT NULL,
	`reading_order` text NOT NULL,
	`depth` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`source` text,
	`responsible_body_zh` text,
	`responsible_body_en` text,
	`time_limit_zh` text,
	`time_limit_en` text,
	`deliverable_zh` text,
	`deliverable_en` text,
	`norm_bound` text,
	`norm_value` real,
	`norm_unit_id` integer,
	`norm_per_id` integer,
	`norm_period` text,
	`norm_indicator_id` integer,
	`norm_quote` text,
	`norm_source` text,
	`norm_from` text,
	`norm_until` text,
	`norm_highest_level` text,
	`norm_lowest_level` text,
	CONSTRAINT `fk_framework_items_framework_id_frameworks_id_fk` FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`),
	CONSTRAINT `fk_framework_items_parent_id_framework_items_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `framework_items`(`id`),
	CONSTRAINT `fk_framework_items_norm_unit_id_units_id_fk` FOREIGN KEY (`norm_unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_framework_items_norm_per_id_units_id_fk` FOREIGN KEY (`norm_per_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_framework_items_norm_indicator_id_indicators_id_fk` FOREIGN KEY (`norm_indicator_id`) REFERENCES `indicators`(`id`),
	CONSTRAINT "framework_items_parent_is_another" CHECK("parent_id" <> "id"),
	CONSTRAINT "framework_items_depth" CHECK(("depth" = 1) = ("parent_id" is null)),
	CONSTRAINT "framework_items_responsible_body_whole" CHECK(("responsible_body_zh" is null) = ("responsible_body_en" is null)),
	CONSTRAINT "framework_items_time_limit_whole" CHECK(("time_limit_zh" is null) = ("time_limit_en" is null)),
	CONSTRAINT "framework_items_deliverable_whole" CHECK(("deliverable_zh" is null) = ("deliverable_en" is null)),
	CONSTRAINT "framework_items_norm_whole" CHECK(("norm_bound" is null) = ("norm_value" is null) and ("norm_bound" is null) = ("norm_unit_id" is null) and ("norm_bound" is null) = ("norm_indicator_id" is null) and ("norm_bound" is null) = ("norm_quote" is null) and ("norm_bound" is null) = ("norm_source" is null) and ("norm_bound" is null) = ("norm_from" is null)),
	CONSTRAINT "framework_items_norm_bound" CHECK("norm_bound" in ('AT_LEAST', 'AT_MOST', 'EXACTLY')),
	CONSTRAINT "framework_items_norm_period" CHECK("norm_period" in ('YEAR')),
	CONSTRAINT "framework_items_norm_highest_level" CHECK("norm_highest_level" in ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
	CONSTRAINT "framework_items_norm_lowest_level" CHECK("norm_lowest_level" in ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
	CONSTRAINT "framework_items_norm_force" CHECK("norm_from" <= "norm_until")
);
--> statement-breakpoint
INSERT INTO `__new_framework_items`(`id`, `code`, `framework_id`, `ordinal`, `title_zh`, `title_en`) SELECT `id`, `code`, `framework_id`, `ordinal`, `title_zh`, `title_en` FROM `framework_items`;--> statement-breakpoint
DROP TABLE `framework_items`;--> statement-breakpoint
ALTER TABLE `__new_framework_items` RENAME TO `framework_items`;--> statement-breakpoint
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
	CONSTRAINT "check_operands_role" CHECK("role" in ('HELD', 'WHOLE', 'PART', 'RATE', 'COUNT', 'BASE', 'CHANGED', 'EXCLUDED', 'CONFIRMS', 'TOLD', 'RESTATED'))
);
--> statement-breakpoint
INSERT INTO `__new_check_operands`(`check_id`, `ordinal`, `outcome_id`, `role`) SELECT `check_id`, `ordinal`, `outcome_id`, `role` FROM `check_operands`;--> statement-breakpoint
DROP TABLE `check_operands`;--> statement-breakpoint
ALTER TABLE `__new_check_operands` RENAME TO `check_operands`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_report_check_kinds` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`possible_count` integer NOT NULL,
	`made_count` integer NOT NULL,
	CONSTRAINT `report_check_kinds_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_check_kinds_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "report_check_kinds_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'SET_SIZE', 'NORM', 'REMAINDER')),
	CONSTRAINT "report_check_kinds_counts" CHECK("made_count" <= "possible_count")
);
--> statement-breakpoint
INSERT INTO `__new_report_check_kinds`(`report_id`, `ordinal`, `kind`, `possible_count`, `made_count`) SELECT `report_id`, `ordinal`, `kind`, `possible_count`, `made_count` FROM `report_check_kinds`;--> statement-breakpoint
DROP TABLE `report_check_kinds`;--> statement-breakpoint
ALTER TABLE `__new_report_check_kinds` RENAME TO `report_check_kinds`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_report_unmade_checks` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`check_count` integer NOT NULL,
	CONSTRAINT `report_unmade_checks_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_unmade_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "report_unmade_checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'SET_SIZE', 'NORM', 'REMAINDER')),
	CONSTRAINT "report_unmade_checks_reason" CHECK("reason" in ('AGREES', 'WITHIN_ROUNDING', 'WITHIN_BOUNDS', 'NO_READING_AGREES', 'BASE_NOT_SAID', 'NOT_BOUNDED', 'UNITS_DIFFER', 'NOT_TOLD', 'SAID_REVISED', 'SCOPES_MAY_DIFFER', 'BOUNDS_LEAVE_OPEN', 'PERIOD_DIFFERS', 'PER_DIFFERS', 'PART_ONLY', 'LEFT_OPEN'))
);
--> statement-breakpoint
INSERT INTO `__new_report_unmade_checks`(`report_id`, `ordinal`, `kind`, `reason`, `check_count`) SELECT `report_id`, `ordinal`, `kind`, `reason`, `check_count` FROM `report_unmade_checks`;--> statement-breakpoint
DROP TABLE `report_unmade_checks`;--> statement-breakpoint
ALTER TABLE `__new_report_unmade_checks` RENAME TO `report_unmade_checks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
DROP INDEX IF EXISTS `framework_items_ordinal`;--> statement-breakpoint
CREATE INDEX `checks_item` ON `checks` (`item_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_text_order` ON `checks` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_report` ON `checks` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_verdict` ON `checks` (`verdict`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_kind` ON `checks` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `framework_items_position` ON `framework_items` (`framework_id`,`position`);--> statement-breakpoint
CREATE INDEX `framework_items_order` ON `framework_items` (`reading_order`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_parent` ON `framework_items` (`parent_id`,`reading_order`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_depth` ON `framework_items` (`depth`);--> statement-breakpoint
CREATE INDEX `framework_items_norm_indicator` ON `framework_items` (`norm_indicator_id`,`reading_order`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_title_zh` ON `framework_items` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `check_operands_outcome` ON `check_operands` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `framework_item_ancestors_ancestor` ON `framework_item_ancestors` (`ancestor_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `frameworks_place` ON `frameworks` (`place_id`);