ALTER TABLE `checks` ADD `stated_low` real;--> statement-breakpoint
ALTER TABLE `checks` ADD `stated_high` real;--> statement-breakpoint
ALTER TABLE `checks` ADD `computed_low` real;--> statement-breakpoint
ALTER TABLE `checks` ADD `computed_high` real;--> statement-breakpoint
ALTER TABLE `checks` ADD `reason` text NOT NULL;--> statement-breakpoint
ALTER TABLE `checks` ADD `holds_only_by_rounding` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `decimals` integer;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `low` real;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `high` real;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `is_low_open` integer;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `is_high_open` integer;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `baseline_decimals` integer;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `baseline_low` real;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `baseline_high` real;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `baseline_is_low_open` integer;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `baseline_is_high_open` integer;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_low` real;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_high` real;--> statement-breakpoint
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
	CONSTRAINT "checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'SET_SIZE', 'REMAINDER')),
	CONSTRAINT "checks_verdict" CHECK("verdict" in ('HOLDS', 'DOES_NOT_FOLLOW', 'CANNOT_BE_CHECKED')),
	CONSTRAINT "checks_reason" CHECK("reason" in ('AGREES', 'WITHIN_ROUNDING', 'WITHIN_BOUNDS', 'NO_READING_AGREES', 'BASE_NOT_SAID', 'NOT_BOUNDED', 'UNITS_DIFFER', 'NOT_TOLD', 'LEFT_OPEN')),
	CONSTRAINT "checks_rounding_holds" CHECK(not "holds_only_by_rounding" or "verdict" = 'HOLDS'),
	CONSTRAINT "checks_verdict_has_figures" CHECK("verdict" = 'CANNOT_BE_CHECKED' or ("stated" is not null and "computed" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_checks`(`id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order` FROM `checks`;--> statement-breakpoint
DROP TABLE `checks`;--> statement-breakpoint
ALTER TABLE `__new_checks` RENAME TO `checks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outcomes` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`label_zh` text NOT NULL,
	`label_en` text NOT NULL,
	`level` text NOT NULL,
	`value_type` text NOT NULL,
	`statement` text,
	`value` real,
	`minimum` real,
	`maximum` real,
	`qualifier` text,
	`quantity_text` text,
	`decimals` integer,
	`low` real,
	`high` real,
	`is_low_open` integer,
	`is_high_open` integer,
	`unit_id` integer,
	`baseline_value` real,
	`baseline_minimum` real,
	`baseline_maximum` real,
	`baseline_qualifier` text,
	`baseline_text` text,
	`baseline_decimals` integer,
	`baseline_low` real,
	`baseline_high` real,
	`baseline_is_low_open` integer,
	`baseline_is_high_open` integer,
	`baseline_unit_id` integer,
	`change_absolute` real,
	`change_percent` real,
	`change_low` real,
	`change_high` real,
	`change_text` text,
	`change_qualifier` text,
	`is_improvement` integer,
	`period_text` text,
	`period_key` text,
	`period_edtf` text,
	`period_start` text,
	`period_end` text,
	`period_basis` text,
	`period_evidence_id` integer,
	`indicator_id` integer,
	`dimension_zh` text,
	`dimension_en` text,
	`population_zh` text,
	`population_en` text,
	`whole_id` integer,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`year` integer,
	`window` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`text_order` text NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	`value_ascending` real GENERATED ALWAYS AS (coalesce("value", 1e308)) VIRTUAL NOT NULL,
	`value_descending` real GENERATED ALWAYS AS (coalesce("value", -1e308)) VIRTUAL NOT NULL,
	`change_percent_ascending` real GENERATED ALWAYS AS (coalesce("change_percent", 1e308)) VIRTUAL NOT NULL,
	`change_percent_descending` real GENERATED ALWAYS AS (coalesce("change_percent", -1e308)) VIRTUAL NOT NULL,
	`change_absolute_ascending` real GENERATED ALWAYS AS (coalesce("change_absolute", 1e308)) VIRTUAL NOT NULL,
	`change_absolute_descending` real GENERATED ALWAYS AS (coalesce("change_absolute", -1e308)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_outcomes_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_outcomes_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_outcomes_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_outcomes_baseline_unit_id_units_id_fk` FOREIGN KEY (`baseline_unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_outcomes_period_evidence_id_evidences_id_fk` FOREIGN KEY (`period_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_outcomes_indicator_id_indicators_id_fk` FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`),
	CONSTRAINT `fk_outcomes_whole_id_outcomes_id_fk` FOREIGN KEY (`whole_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_outcomes_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_outcomes_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT "outcomes_level" CHECK("level" in ('OUTPUT', 'OUTCOME', 'IMPACT', 'SCOPE')),
	CONSTRAINT "outcomes_value_type" CHECK("value_type" in ('QUANTITY', 'CHANGE', 'STATEMENT')),
	CONSTRAINT "outcomes_qualifier" CHECK("qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_baseline_qualifier" CHECK("baseline_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "outcomes_figure_or_words" CHECK(("value_type" = 'QUANTITY') = ("value" is not null)),
	CONSTRAINT "outcomes_words" CHECK(("value_type" = 'STATEMENT') = ("statement" is not null)),
	CONSTRAINT "outcomes_change_alone" CHECK(("value_type" = 'CHANGE') = ("change_text" is not null)),
	CONSTRAINT "outcomes_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null) and ("value" is null) = ("is_low_open" is null) and ("value" is null) = ("is_high_open" is null)),
	CONSTRAINT "outcomes_unit" CHECK(("value_type" = 'STATEMENT') = ("unit_id" is null)),
	CONSTRAINT "outcomes_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "outcomes_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "outcomes_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "outcomes_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_text" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "outcomes_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "outcomes_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "outcomes_period_whole" CHECK(("period_text" is null) = ("period_key" is null) and ("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "outcomes_part_has_dimension" CHECK("whole_id" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_whole_is_another" CHECK("whole_id" <> "id"),
	CONSTRAINT "outcomes_dimension_whole" CHECK(("dimension_zh" is null) = ("dimension_en" is null)),
	CONSTRAINT "outcomes_population_whole" CHECK(("population_zh" is null) = ("population_en" is null)),
	CONSTRAINT "outcomes_note_whole" CHECK(("note_zh" is null) = ("note_en" is null))
);
--> statement-breakpoint
INSERT INTO `__new_outcomes`(`id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_text`, `change_qualifier`, `is_improvement`, `period_text`, `period_key`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `population_zh`, `population_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `place_id`, `year`, `window`, `search_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_text`, `change_qualifier`, `is_improvement`, `period_text`, `period_key`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `population_zh`, `population_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `place_id`, `year`, `window`, `search_id`, `text_order` FROM `outcomes`;--> statement-breakpoint
DROP TABLE `outcomes`;--> statement-breakpoint
ALTER TABLE `__new_outcomes` RENAME TO `outcomes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `checks_text_order` ON `checks` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_report` ON `checks` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_verdict` ON `checks` (`verdict`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_kind` ON `checks` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_text_order` ON `outcomes` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_year_ascending` ON `outcomes` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_year_descending` ON `outcomes` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_level` ON `outcomes` (`level`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_place` ON `outcomes` (`place_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_year` ON `outcomes` (`year`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_value` ON `outcomes` (`value`);--> statement-breakpoint
CREATE INDEX `outcomes_value_type` ON `outcomes` (`value_type`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_qualifier` ON `outcomes` (`qualifier`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_baseline` ON `outcomes` (`baseline_value`);--> statement-breakpoint
CREATE INDEX `outcomes_change` ON `outcomes` (`change_percent`);--> statement-breakpoint
CREATE INDEX `outcomes_change_absolute` ON `outcomes` (`change_absolute`);--> statement-breakpoint
CREATE INDEX `outcomes_change_absolute_ascending` ON `outcomes` (`change_absolute_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_change_absolute_descending` ON `outcomes` (`change_absolute_descending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_improvement` ON `outcomes` (`is_improvement`);--> statement-breakpoint
CREATE INDEX `outcomes_dimension` ON `outcomes` (`dimension_zh`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_population` ON `outcomes` (`population_zh`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_period` ON `outcomes` (`period_key`);--> statement-breakpoint
CREATE INDEX `outcomes_period_start` ON `outcomes` (`period_start`);--> statement-breakpoint
CREATE INDEX `outcomes_value_ascending` ON `outcomes` (`value_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_value_descending` ON `outcomes` (`value_descending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_change_ascending` ON `outcomes` (`change_percent_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_change_descending` ON `outcomes` (`change_percent_descending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_label_zh` ON `outcomes` (`label_zh`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_report` ON `outcomes` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_section` ON `outcomes` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_unit` ON `outcomes` (`unit_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_indicator` ON `outcomes` (`indicator_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_whole` ON `outcomes` (`whole_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_evidence` ON `outcomes` (`evidence_id`);