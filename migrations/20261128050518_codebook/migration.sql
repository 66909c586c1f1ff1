CREATE TABLE `report_link_bases` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`basis` text NOT NULL,
	`link_count` integer NOT NULL,
	`share` real,
	CONSTRAINT `report_link_bases_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_link_bases_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "report_link_bases_basis" CHECK("basis" in ('STATED', 'SAME_POINT', 'CURATED')),
	CONSTRAINT "report_link_bases_share" CHECK("share" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE `measure_acts` (
	`measure_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`evidence_id` integer NOT NULL,
	CONSTRAINT `measure_acts_pk` PRIMARY KEY(`measure_id`, `ordinal`),
	CONSTRAINT `fk_measure_acts_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_measure_acts_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`)
);
--> statement-breakpoint
ALTER TABLE `measures` ADD `heading` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_text` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_qualifier` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `population_zh` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `population_en` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_absolute_ascending` real GENERATED ALWAYS AS (coalesce("change_absolute", 1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_absolute_descending` real GENERATED ALWAYS AS (coalesce("change_absolute", -1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `indicators` ADD `kind` text NOT NULL;--> statement-breakpoint
ALTER TABLE `indicators` ADD `additivity` text NOT NULL;--> statement-breakpoint
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
	`unit_id` integer,
	`baseline_value` real,
	`baseline_minimum` real,
	`baseline_maximum` real,
	`baseline_qualifier` text,
	`baseline_text` text,
	`baseline_unit_id` integer,
	`change_absolute` real,
	`change_percent` real,
	`change_text` text,
	`change_qualifier` text,
	`is_improvement` integer,
	`period_text` text,
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
	CONSTRAINT "outcomes_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null)),
	CONSTRAINT "outcomes_unit" CHECK(("value_type" = 'STATEMENT') = ("unit_id" is null)),
	CONSTRAINT "outcomes_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "outcomes_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "outcomes_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_text" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null)),
	CONSTRAINT "outcomes_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "outcomes_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "outcomes_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "outcomes_part_has_dimension" CHECK("whole_id" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_whole_is_another" CHECK("whole_id" <> "id"),
	CONSTRAINT "outcomes_dimension_whole" CHECK(("dimension_zh" is null) = ("dimension_en" is null)),
	CONSTRAINT "outcomes_population_whole" CHECK(("population_zh" is null) = ("population_en" is null)),
	CONSTRAINT "outcomes_note_whole" CHECK(("note_zh" is null) = ("note_en" is null))
);
--> statement-breakpoint
INSERT INTO `__new_outcomes`(`id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_unit_id`, `change_absolute`, `change_percent`, `is_improvement`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `place_id`, `year`, `window`, `search_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_unit_id`, `change_absolute`, `change_percent`, `is_improvement`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `place_id`, `year`, `window`, `search_id`, `text_order` FROM `outcomes`;--> statement-breakpoint
DROP TABLE `outcomes`;--> statement-breakpoint
ALTER TABLE `__new_outcomes` RENAME TO `outcomes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_indicators` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`unit_id` integer NOT NULL,
	`ascending` integer,
	`kind` text NOT NULL,
	`additivity` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_indicators_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT "indicators_kind" CHECK("kind" in ('LEVEL', 'CHANGE')),
	CONSTRAINT "indicators_additivity" CHECK("additivity" in ('ADDITIVE', 'OVERLAPPING', 'RATE'))
);
--> statement-breakpoint
INSERT INTO `__new_indicators`(`id`, `code`, `name_zh`, `name_en`, `unit_id`, `ascending`, `search_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `unit_id`, `ascending`, `search_id` FROM `indicators`;--> statement-breakpoint
DROP TABLE `indicators`;--> statement-breakpoint
ALTER TABLE `__new_indicators` RENAME TO `indicators`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
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
CREATE INDEX `outcomes_period` ON `outcomes` (`period_text`);--> statement-breakpoint
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
CREATE INDEX `outcomes_evidence` ON `outcomes` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `indicators_name_zh` ON `indicators` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `measure_acts_evidence` ON `measure_acts` (`evidence_id`);