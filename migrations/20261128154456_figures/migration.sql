CREATE TABLE `numeral_claims` (
	`numeral_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`outcome_id` integer,
	`target_id` integer,
	`problem_id` integer,
	CONSTRAINT `numeral_claims_pk` PRIMARY KEY(`numeral_id`, `ordinal`),
	CONSTRAINT `fk_numeral_claims_numeral_id_numerals_id_fk` FOREIGN KEY (`numeral_id`) REFERENCES `numerals`(`id`),
	CONSTRAINT `fk_numeral_claims_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_numeral_claims_target_id_targets_id_fk` FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`),
	CONSTRAINT `fk_numeral_claims_problem_id_problems_id_fk` FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`),
	CONSTRAINT "numeral_claims_one_fact" CHECK(("outcome_id" is not null) + ("target_id" is not null) + ("problem_id" is not null) = 1)
);
--> statement-breakpoint
ALTER TABLE `outcomes` ADD `is_derived` integer GENERATED ALWAYS AS ("value" is not null and "quantity_text" is null) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `baseline_is_derived` integer GENERATED ALWAYS AS ("baseline_value" is not null and "baseline_text" is null) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_percent_low` real;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_percent_high` real;--> statement-breakpoint
ALTER TABLE `problem_figures` ADD `is_derived` integer GENERATED ALWAYS AS ("value" is not null and "quantity_text" is null) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `problem_figures` ADD `baseline_is_derived` integer GENERATED ALWAYS AS ("baseline_value" is not null and "baseline_text" is null) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `problem_figures` ADD `change_percent_low` real;--> statement-breakpoint
ALTER TABLE `problem_figures` ADD `change_percent_high` real;--> statement-breakpoint
ALTER TABLE `targets` ADD `is_derived` integer GENERATED ALWAYS AS ("value" is not null and "quantity_text" is null) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `targets` ADD `baseline_is_derived` integer GENERATED ALWAYS AS ("baseline_value" is not null and "baseline_text" is null) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `targets` ADD `change_percent_low` real;--> statement-breakpoint
ALTER TABLE `targets` ADD `change_percent_high` real;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outcomes` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`label_zh` text NOT NULL,
	`label_en` text,
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
	`is_derived` integer GENERATED ALWAYS AS ("value" is not null and "quantity_text" is null) VIRTUAL NOT NULL,
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
	`baseline_is_derived` integer GENERATED ALWAYS AS ("baseline_value" is not null and "baseline_text" is null) VIRTUAL NOT NULL,
	`change_absolute` real,
	`change_percent` real,
	`change_percent_low` real,
	`change_percent_high` real,
	`change_low` real,
	`change_high` real,
	`change_text` text,
	`change_qualifier` text,
	`is_improvement` integer,
	`indicator_id` integer,
	`period_text` text,
	`period_key` text,
	`period_edtf` text,
	`period_start` text,
	`period_end` text,
	`period_basis` text,
	`period_evidence_id` integer,
	`dimension_zh` text,
	`dimension_en` text,
	`population_zh` text,
	`population_en` text,
	`whole_id` integer,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer NOT NULL,
	`origin_id` integer,
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
	CONSTRAINT `fk_outcomes_indicator_id_indicators_id_fk` FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`),
	CONSTRAINT `fk_outcomes_period_evidence_id_evidences_id_fk` FOREIGN KEY (`period_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_outcomes_whole_id_outcomes_id_fk` FOREIGN KEY (`whole_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_outcomes_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_outcomes_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`),
	CONSTRAINT `fk_outcomes_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT "outcomes_level" CHECK("level" in ('OUTPUT', 'OUTCOME', 'IMPACT', 'SCOPE')),
	CONSTRAINT "outcomes_value_type" CHECK("value_type" in ('QUANTITY', 'CHANGE', 'RANK', 'STATEMENT')),
	CONSTRAINT "outcomes_qualifier" CHECK("qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_baseline_qualifier" CHECK("baseline_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_figure_or_words" CHECK(("value_type" in ('QUANTITY', 'RANK')) = ("value" is not null)),
	CONSTRAINT "outcomes_words" CHECK(("value_type" = 'STATEMENT') = ("statement" is not null)),
	CONSTRAINT "outcomes_change_alone" CHECK("value_type" <> 'CHANGE' or "change_text" is not null),
	CONSTRAINT "outcomes_derived_has_amount" CHECK("baseline_value" is null or "baseline_text" is not null or "change_text" is not null),
	CONSTRAINT "outcomes_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null) and ("value" is null) = ("is_low_open" is null) and ("value" is null) = ("is_high_open" is null)),
	CONSTRAINT "outcomes_unit" CHECK(("value_type" = 'STATEMENT') = ("unit_id" is null)),
	CONSTRAINT "outcomes_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "outcomes_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "outcomes_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "outcomes_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "outcomes_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "outcomes_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_percent_interval" CHECK("change_percent_low" <= "change_percent_high"),
	CONSTRAINT "outcomes_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "outcomes_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "outcomes_period_whole" CHECK(("period_text" is null) = ("period_key" is null) and ("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "outcomes_part_has_dimension" CHECK("whole_id" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_whole_is_another" CHECK("whole_id" <> "id"),
	CONSTRAINT "outcomes_dimension_words" CHECK("dimension_en" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_population_words" CHECK("population_en" is null or "population_zh" is not null),
	CONSTRAINT "outcomes_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_outcomes`(`id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `period_text`, `period_key`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `dimension_zh`, `dimension_en`, `population_zh`, `population_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `origin_id`, `place_id`, `year`, `window`, `search_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `period_text`, `period_key`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `dimension_zh`, `dimension_en`, `population_zh`, `population_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `origin_id`, `place_id`, `year`, `window`, `search_id`, `text_order` FROM `outcomes`;--> statement-breakpoint
DROP TABLE `outcomes`;--> statement-breakpoint
ALTER TABLE `__new_outcomes` RENAME TO `outcomes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_problem_figures` (
	`problem_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`label_zh` text NOT NULL,
	`label_en` text,
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
	`is_derived` integer GENERATED ALWAYS AS ("value" is not null and "quantity_text" is null) VIRTUAL NOT NULL,
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
	`baseline_is_derived` integer GENERATED ALWAYS AS ("baseline_value" is not null and "baseline_text" is null) VIRTUAL NOT NULL,
	`change_absolute` real,
	`change_percent` real,
	`change_percent_low` real,
	`change_percent_high` real,
	`change_low` real,
	`change_high` real,
	`change_text` text,
	`change_qualifier` text,
	`is_improvement` integer,
	`indicator_id` integer,
	`evidence_id` integer NOT NULL,
	CONSTRAINT `problem_figures_pk` PRIMARY KEY(`problem_id`, `ordinal`),
	CONSTRAINT `fk_problem_figures_problem_id_problems_id_fk` FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`),
	CONSTRAINT `fk_problem_figures_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_problem_figures_baseline_unit_id_units_id_fk` FOREIGN KEY (`baseline_unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_problem_figures_indicator_id_indicators_id_fk` FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`),
	CONSTRAINT `fk_problem_figures_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "problem_figures_value_type" CHECK("value_type" in ('QUANTITY', 'CHANGE', 'RANK', 'STATEMENT')),
	CONSTRAINT "problem_figures_qualifier" CHECK("qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "problem_figures_baseline_qualifier" CHECK("baseline_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "problem_figures_figure_or_words" CHECK(("value_type" in ('QUANTITY', 'RANK')) = ("value" is not null)),
	CONSTRAINT "problem_figures_words" CHECK(("value_type" = 'STATEMENT') = ("statement" is not null)),
	CONSTRAINT "problem_figures_change_alone" CHECK("value_type" <> 'CHANGE' or "change_text" is not null),
	CONSTRAINT "problem_figures_derived_has_amount" CHECK("baseline_value" is null or "baseline_text" is not null or "change_text" is not null),
	CONSTRAINT "problem_figures_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null) and ("value" is null) = ("is_low_open" is null) and ("value" is null) = ("is_high_open" is null)),
	CONSTRAINT "problem_figures_unit" CHECK(("value_type" = 'STATEMENT') = ("unit_id" is null)),
	CONSTRAINT "problem_figures_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "problem_figures_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "problem_figures_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "problem_figures_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "problem_figures_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "problem_figures_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "problem_figures_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "problem_figures_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "problem_figures_percent_interval" CHECK("change_percent_low" <= "change_percent_high"),
	CONSTRAINT "problem_figures_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "problem_figures_are_figures" CHECK("value_type" <> 'STATEMENT')
);
--> statement-breakpoint
INSERT INTO `__new_problem_figures`(`problem_id`, `ordinal`, `label_zh`, `label_en`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `evidence_id`) SELECT `problem_id`, `ordinal`, `label_zh`, `label_en`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `evidence_id` FROM `problem_figures`;--> statement-breakpoint
DROP TABLE `problem_figures`;--> statement-breakpoint
ALTER TABLE `__new_problem_figures` RENAME TO `problem_figures`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_targets` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`measure_id` integer,
	`label_zh` text NOT NULL,
	`label_en` text,
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
	`is_derived` integer GENERATED ALWAYS AS ("value" is not null and "quantity_text" is null) VIRTUAL NOT NULL,
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
	`baseline_is_derived` integer GENERATED ALWAYS AS ("baseline_value" is not null and "baseline_text" is null) VIRTUAL NOT NULL,
	`change_absolute` real,
	`change_percent` real,
	`change_percent_low` real,
	`change_percent_high` real,
	`change_low` real,
	`change_high` real,
	`change_text` text,
	`change_qualifier` text,
	`is_improvement` integer,
	`indicator_id` integer,
	`due_text` text,
	`due_edtf` text,
	`due_start` text,
	`due_end` text,
	`due_basis` text,
	`due_evidence_id` integer,
	`owner_id` integer,
	`deliverable` text,
	`revises_code` text,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer NOT NULL,
	`origin_id` integer,
	`has_figure` integer GENERATED ALWAYS AS ("unit_id" is not null) VIRTUAL NOT NULL,
	`has_deadline` integer GENERATED ALWAYS AS ("due_end" is not null) VIRTUAL NOT NULL,
	`has_owner` integer GENERATED ALWAYS AS ("owner_id" is not null) VIRTUAL NOT NULL,
	`has_deliverable` integer GENERATED ALWAYS AS ("deliverable" is not null) VIRTUAL NOT NULL,
	`place_id` integer NOT NULL,
	`year` integer,
	`search_id` integer NOT NULL UNIQUE,
	`text_order` text NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	`value_ascending` real GENERATED ALWAYS AS (coalesce("value", 1e308)) VIRTUAL NOT NULL,
	`value_descending` real GENERATED ALWAYS AS (coalesce("value", -1e308)) VIRTUAL NOT NULL,
	`due_end_ascending` text GENERATED ALWAYS AS (coalesce("due_end", '9999-99-99')) VIRTUAL NOT NULL,
	`due_end_descending` text GENERATED ALWAYS AS (coalesce("due_end", '')) VIRTUAL NOT NULL,
	CONSTRAINT `fk_targets_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_targets_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_targets_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_targets_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_targets_baseline_unit_id_units_id_fk` FOREIGN KEY (`baseline_unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_targets_indicator_id_indicators_id_fk` FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`),
	CONSTRAINT `fk_targets_due_evidence_id_evidences_id_fk` FOREIGN KEY (`due_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_targets_owner_id_organizations_id_fk` FOREIGN KEY (`owner_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_targets_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_targets_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`),
	CONSTRAINT `fk_targets_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT "targets_value_type" CHECK("value_type" in ('QUANTITY', 'CHANGE', 'RANK', 'STATEMENT')),
	CONSTRAINT "targets_qualifier" CHECK("qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "targets_baseline_qualifier" CHECK("baseline_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "targets_figure_or_words" CHECK(("value_type" in ('QUANTITY', 'RANK')) = ("value" is not null)),
	CONSTRAINT "targets_words" CHECK(("value_type" = 'STATEMENT') = ("statement" is not null)),
	CONSTRAINT "targets_change_alone" CHECK("value_type" <> 'CHANGE' or "change_text" is not null),
	CONSTRAINT "targets_derived_has_amount" CHECK("baseline_value" is null or "baseline_text" is not null or "change_text" is not null),
	CONSTRAINT "targets_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null) and ("value" is null) = ("is_low_open" is null) and ("value" is null) = ("is_high_open" is null)),
	CONSTRAINT "targets_unit" CHECK(("value_type" = 'STATEMENT') = ("unit_id" is null)),
	CONSTRAINT "targets_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "targets_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "targets_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "targets_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "targets_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "targets_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "targets_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "targets_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "targets_percent_interval" CHECK("change_percent_low" <= "change_percent_high"),
	CONSTRAINT "targets_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "targets_due_basis" CHECK("due_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "targets_due_whole" CHECK(("due_text" is null) = ("due_basis" is null) and ("due_text" is null) = ("due_evidence_id" is null)),
	CONSTRAINT "targets_revises_another" CHECK("revises_code" <> "code"),
	CONSTRAINT "targets_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_targets`(`id`, `code`, `report_id`, `section_id`, `measure_id`, `label_zh`, `label_en`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `due_text`, `due_edtf`, `due_start`, `due_end`, `due_basis`, `due_evidence_id`, `owner_id`, `deliverable`, `revises_code`, `note_zh`, `note_en`, `evidence_id`, `origin_id`, `place_id`, `year`, `search_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `measure_id`, `label_zh`, `label_en`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `due_text`, `due_edtf`, `due_start`, `due_end`, `due_basis`, `due_evidence_id`, `owner_id`, `deliverable`, `revises_code`, `note_zh`, `note_en`, `evidence_id`, `origin_id`, `place_id`, `year`, `search_id`, `text_order` FROM `targets`;--> statement-breakpoint
DROP TABLE `targets`;--> statement-breakpoint
ALTER TABLE `__new_targets` RENAME TO `targets`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_numerals` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`claim` text,
	`outcome_id` integer,
	`target_id` integer,
	`problem_id` integer,
	`waiver_zh` text,
	`waiver_en` text,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_numerals_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_numerals_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_numerals_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_numerals_target_id_targets_id_fk` FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`),
	CONSTRAINT `fk_numerals_problem_id_problems_id_fk` FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`),
	CONSTRAINT "numerals_kind" CHECK("kind" in ('QUANTITY', 'DATE', 'ORDINAL', 'IDIOM', 'CODE', 'TITLE', 'UNKNOWN')),
	CONSTRAINT "numerals_offsets" CHECK("start" >= 0 and "end" - "start" = length("text")),
	CONSTRAINT "numerals_waiver_words" CHECK("waiver_en" is null or "waiver_zh" is not null),
	CONSTRAINT "numerals_claimed_are_quantities" CHECK(("claim" is null and "waiver_zh" is null) or "kind" = 'QUANTITY' or ("kind" = 'ORDINAL' and "waiver_zh" is null)),
	CONSTRAINT "numerals_claimed_or_waived" CHECK("claim" is null or "waiver_zh" is null),
	CONSTRAINT "numerals_claim" CHECK("claim" in ('OUTCOME', 'TARGET', 'PROBLEM')),
	CONSTRAINT "numerals_claim_is_of_its_kind" CHECK(("claim" is 'OUTCOME') = ("outcome_id" is not null) and ("claim" is 'TARGET') = ("target_id" is not null) and ("claim" is 'PROBLEM') = ("problem_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_numerals`(`id`, `code`, `report_id`, `section_id`, `kind`, `text`, `start`, `end`, `claim`, `outcome_id`, `target_id`, `problem_id`, `waiver_zh`, `waiver_en`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `kind`, `text`, `start`, `end`, `claim`, `outcome_id`, `target_id`, `problem_id`, `waiver_zh`, `waiver_en`, `text_order` FROM `numerals`;--> statement-breakpoint
DROP TABLE `numerals`;--> statement-breakpoint
ALTER TABLE `__new_numerals` RENAME TO `numerals`;--> statement-breakpoint
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
CREATE INDEX `outcomes_period` ON `outcomes` (`period_key`);--> statement-breakpoint
CREATE INDEX `outcomes_period_start` ON `outcomes` (`period_start`);--> statement-breakpoint
CREATE INDEX `outcomes_value_ascending` ON `outcomes` (`value_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_value_descending` ON `outcomes` (`value_descending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_change_ascending` ON `outcomes` (`change_percent_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_change_descending` ON `outcomes` (`change_percent_descending`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_label_zh` ON `outcomes` (`label_zh`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_origin` ON `outcomes` (`origin_id`);--> statement-breakpoint
CREATE INDEX `outcomes_report` ON `outcomes` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_section` ON `outcomes` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_unit` ON `outcomes` (`unit_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_indicator` ON `outcomes` (`indicator_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_whole` ON `outcomes` (`whole_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_evidence` ON `outcomes` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_unit` ON `problem_figures` (`unit_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_indicator` ON `problem_figures` (`indicator_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_evidence` ON `problem_figures` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `targets_text_order` ON `targets` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_report` ON `targets` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_section` ON `targets` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_measure` ON `targets` (`measure_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_place` ON `targets` (`place_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_year` ON `targets` (`year`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_year_ascending` ON `targets` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_year_descending` ON `targets` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_due_start` ON `targets` (`due_start`);--> statement-breakpoint
CREATE INDEX `targets_due_end` ON `targets` (`due_end`);--> statement-breakpoint
CREATE INDEX `targets_due_ascending` ON `targets` (`due_end_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_due_descending` ON `targets` (`due_end_descending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_value` ON `targets` (`value`);--> statement-breakpoint
CREATE INDEX `targets_value_ascending` ON `targets` (`value_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_value_descending` ON `targets` (`value_descending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_value_type` ON `targets` (`value_type`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_qualifier` ON `targets` (`qualifier`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_unit` ON `targets` (`unit_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_indicator` ON `targets` (`indicator_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_owner` ON `targets` (`owner_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_revises` ON `targets` (`revises_code`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_has_deadline` ON `targets` (`has_deadline`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_has_owner` ON `targets` (`has_owner`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_has_deliverable` ON `targets` (`has_deliverable`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_label_zh` ON `targets` (`label_zh`,`code`);--> statement-breakpoint
CREATE INDEX `targets_evidence` ON `targets` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `targets_origin` ON `targets` (`origin_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `numerals_span` ON `numerals` (`report_id`,`start`);--> statement-breakpoint
CREATE INDEX `numerals_text_order` ON `numerals` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_report` ON `numerals` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_kind` ON `numerals` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_section` ON `numerals` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_outcome` ON `numerals` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `numerals_target` ON `numerals` (`target_id`);--> statement-breakpoint
CREATE INDEX `numerals_problem` ON `numerals` (`problem_id`);--> statement-breakpoint
CREATE INDEX `numerals_claim` ON `numerals` (`claim`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numeral_claims_outcome` ON `numeral_claims` (`outcome_id`,`numeral_id`);--> statement-breakpoint
CREATE INDEX `numeral_claims_target` ON `numeral_claims` (`target_id`,`numeral_id`);--> statement-breakpoint
CREATE INDEX `numeral_claims_problem` ON `numeral_claims` (`problem_id`,`numeral_id`);