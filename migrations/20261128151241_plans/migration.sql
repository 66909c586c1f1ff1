CREATE TABLE `problem_framework_items` (
	`problem_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	CONSTRAINT `problem_framework_items_pk` PRIMARY KEY(`problem_id`, `item_id`),
	CONSTRAINT `fk_problem_framework_items_problem_id_problems_id_fk` FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`),
	CONSTRAINT `fk_problem_framework_items_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`)
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`problem_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`basis` text NOT NULL,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer,
	CONSTRAINT `answers_pk` PRIMARY KEY(`problem_id`, `measure_id`),
	CONSTRAINT `fk_answers_problem_id_problems_id_fk` FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`),
	CONSTRAINT `fk_answers_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_answers_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "answers_basis" CHECK("basis" in ('STATED', 'SAME_POINT', 'CURATED')),
	CONSTRAINT "answers_stated_has_words" CHECK("basis" <> 'STATED' or "evidence_id" is not null),
	CONSTRAINT "answers_curated_has_note" CHECK("basis" <> 'CURATED' or "note_zh" is not null),
	CONSTRAINT "answers_note_whole" CHECK(("note_zh" is null) = ("note_en" is null))
);
--> statement-breakpoint
CREATE TABLE `continuations` (
	`measure_id` integer PRIMARY KEY,
	`earlier_code` text NOT NULL,
	`basis` text NOT NULL,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer,
	CONSTRAINT `fk_continuations_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_continuations_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "continuations_basis" CHECK("basis" in ('STATED', 'SAME_POINT', 'CURATED')),
	CONSTRAINT "continuations_stated_has_words" CHECK("basis" <> 'STATED' or "evidence_id" is not null),
	CONSTRAINT "continuations_curated_has_note" CHECK("basis" <> 'CURATED' or "note_zh" is not null),
	CONSTRAINT "continuations_note_whole" CHECK(("note_zh" is null) = ("note_en" is null)),
	CONSTRAINT "continuations_basis_of_two_reports" CHECK("basis" <> 'SAME_POINT')
);
--> statement-breakpoint
CREATE TABLE `problem_figures` (
	`problem_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`label_zh` text NOT NULL,
	`label_en` text NOT NULL,
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
	`indicator_id` integer,
	`evidence_id` integer NOT NULL,
	CONSTRAINT `problem_figures_pk` PRIMARY KEY(`problem_id`, `ordinal`),
	CONSTRAINT `fk_problem_figures_problem_id_problems_id_fk` FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`),
	CONSTRAINT `fk_problem_figures_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_problem_figures_baseline_unit_id_units_id_fk` FOREIGN KEY (`baseline_unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT `fk_problem_figures_indicator_id_indicators_id_fk` FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`),
	CONSTRAINT `fk_problem_figures_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "problem_figures_value_type" CHECK("value_type" in ('QUANTITY', 'CHANGE', 'STATEMENT')),
	CONSTRAINT "problem_figures_qualifier" CHECK("qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "problem_figures_baseline_qualifier" CHECK("baseline_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "problem_figures_figure_or_words" CHECK(("value_type" = 'QUANTITY') = ("value" is not null)),
	CONSTRAINT "problem_figures_words" CHECK(("value_type" = 'STATEMENT') = ("statement" is not null)),
	CONSTRAINT "problem_figures_change_alone" CHECK(("value_type" = 'CHANGE') = ("change_text" is not null)),
	CONSTRAINT "problem_figures_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null) and ("value" is null) = ("is_low_open" is null) and ("value" is null) = ("is_high_open" is null)),
	CONSTRAINT "problem_figures_unit" CHECK(("value_type" = 'STATEMENT') = ("unit_id" is null)),
	CONSTRAINT "problem_figures_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "problem_figures_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "problem_figures_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "problem_figures_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "problem_figures_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "problem_figures_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_text" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "problem_figures_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "problem_figures_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "problem_figures_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "problem_figures_are_figures" CHECK("value_type" <> 'STATEMENT')
);
--> statement-breakpoint
CREATE TABLE `problems` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`evidence_id` integer NOT NULL,
	`cause_evidence_id` integer,
	`place_id` integer NOT NULL,
	`year` integer,
	`search_id` integer NOT NULL UNIQUE,
	`text_order` text NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_problems_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_problems_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_problems_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_problems_cause_evidence_id_evidences_id_fk` FOREIGN KEY (`cause_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_problems_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`)
);
--> statement-breakpoint
CREATE TABLE `targets` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`measure_id` integer,
	`label_zh` text NOT NULL,
	`label_en` text NOT NULL,
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
	CONSTRAINT `fk_targets_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT "targets_value_type" CHECK("value_type" in ('QUANTITY', 'CHANGE', 'STATEMENT')),
	CONSTRAINT "targets_qualifier" CHECK("qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "targets_baseline_qualifier" CHECK("baseline_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "targets_figure_or_words" CHECK(("value_type" = 'QUANTITY') = ("value" is not null)),
	CONSTRAINT "targets_words" CHECK(("value_type" = 'STATEMENT') = ("statement" is not null)),
	CONSTRAINT "targets_change_alone" CHECK(("value_type" = 'CHANGE') = ("change_text" is not null)),
	CONSTRAINT "targets_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null) and ("value" is null) = ("is_low_open" is null) and ("value" is null) = ("is_high_open" is null)),
	CONSTRAINT "targets_unit" CHECK(("value_type" = 'STATEMENT') = ("unit_id" is null)),
	CONSTRAINT "targets_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "targets_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "targets_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "targets_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "targets_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "targets_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_text" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "targets_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "targets_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "targets_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "targets_due_basis" CHECK("due_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "targets_due_whole" CHECK(("due_text" is null) = ("due_basis" is null) and ("due_text" is null) = ("due_evidence_id" is null)),
	CONSTRAINT "targets_revises_another" CHECK("revises_code" <> "code"),
	CONSTRAINT "targets_note_whole" CHECK(("note_zh" is null) = ("note_en" is null))
);
--> statement-breakpoint
ALTER TABLE `numerals` ADD `claim` text;--> statement-breakpoint
ALTER TABLE `numerals` ADD `target_id` integer REFERENCES targets(id);--> statement-breakpoint
ALTER TABLE `numerals` ADD `problem_id` integer REFERENCES problems(id);--> statement-breakpoint
ALTER TABLE `report_framework_items` ADD `planned_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `measures` ADD `stage` text NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `outcome_figure_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `target_figure_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `problem_figure_count` integer NOT NULL;--> statement-breakpoint
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
	CONSTRAINT "numerals_waiver_whole" CHECK(("waiver_zh" is null) = ("waiver_en" is null)),
	CONSTRAINT "numerals_claimed_are_quantities" CHECK(("claim" is null and "waiver_zh" is null) or "kind" = 'QUANTITY'),
	CONSTRAINT "numerals_claimed_or_waived" CHECK("claim" is null or "waiver_zh" is null),
	CONSTRAINT "numerals_claim" CHECK("claim" in ('OUTCOME', 'TARGET', 'PROBLEM')),
	CONSTRAINT "numerals_claim_is_of_its_kind" CHECK(("claim" is 'OUTCOME') = ("outcome_id" is not null) and ("claim" is 'TARGET') = ("target_id" is not null) and ("claim" is 'PROBLEM') = ("problem_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_numerals`(`id`, `code`, `report_id`, `section_id`, `kind`, `text`, `start`, `end`, `outcome_id`, `waiver_zh`, `waiver_en`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `kind`, `text`, `start`, `end`, `outcome_id`, `waiver_zh`, `waiver_en`, `text_order` FROM `numerals`;--> statement-breakpoint
DROP TABLE `numerals`;--> statement-breakpoint
ALTER TABLE `__new_numerals` RENAME TO `numerals`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_measures` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`stage` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`heading` text,
	`evidence_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`year` integer,
	`text_order` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_measures_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_measures_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_measures_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_measures_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT "measures_ordinal" CHECK("ordinal" >= 1),
	CONSTRAINT "measures_stage" CHECK("stage" in ('CARRIED_OUT', 'PLANNED'))
);
--> statement-breakpoint
INSERT INTO `__new_measures`(`id`, `code`, `report_id`, `section_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `evidence_id`, `place_id`, `year`, `text_order`, `search_id`) SELECT `id`, `code`, `report_id`, `section_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `evidence_id`, `place_id`, `year`, `text_order`, `search_id` FROM `measures`;--> statement-breakpoint
DROP TABLE `measures`;--> statement-breakpoint
ALTER TABLE `__new_measures` RENAME TO `measures`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
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
	`outcome_figure_count` integer NOT NULL,
	`target_figure_count` integer NOT NULL,
	`problem_figure_count` integer NOT NULL,
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
	CONSTRAINT "reports_claims" CHECK("outcome_figure_count" + "target_figure_count" + "problem_figure_count" = "claimed_count"),
	CONSTRAINT "reports_words" CHECK("covered_clause_count" + "heading_clause_count" + "waived_clause_count" <= "clause_count" and "covered_characters" <= "clause_characters"),
	CONSTRAINT "reports_checks" CHECK("made_check_count" <= "possible_check_count"),
	CONSTRAINT "reports_kind" CHECK("kind" in ('STATUTORY_ANNUAL', 'MODEL_AREA', 'WORK_REPORT', 'OTHER')),
	CONSTRAINT "reports_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "reports_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "reports_sha256" CHECK(length("sha256") = 64),
	CONSTRAINT "reports_characters" CHECK("characters" = length("text"))
);
--> statement-breakpoint
INSERT INTO `__new_reports`(`id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count`, `clause_count`, `covered_clause_count`, `heading_clause_count`, `waived_clause_count`, `clause_characters`, `covered_characters`, `possible_check_count`, `made_check_count`, `search_id`, `place_order`) SELECT `id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count`, `clause_count`, `covered_clause_count`, `heading_clause_count`, `waived_clause_count`, `clause_characters`, `covered_characters`, `possible_check_count`, `made_check_count`, `search_id`, `place_order` FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_retired_codes` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`type` text NOT NULL,
	`replacement` text,
	`reason_zh` text NOT NULL,
	`reason_en` text NOT NULL,
	CONSTRAINT `fk_retired_codes_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "retired_codes_type" CHECK("type" in ('MEASURE', 'OUTCOME', 'TARGET', 'PROBLEM', 'DOCUMENT'))
);
--> statement-breakpoint
INSERT INTO `__new_retired_codes`(`id`, `code`, `report_id`, `type`, `replacement`, `reason_zh`, `reason_en`) SELECT `id`, `code`, `report_id`, `type`, `replacement`, `reason_zh`, `reason_en` FROM `retired_codes`;--> statement-breakpoint
DROP TABLE `retired_codes`;--> statement-breakpoint
ALTER TABLE `__new_retired_codes` RENAME TO `retired_codes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_search_entries` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`type` text NOT NULL,
	`report_id` integer,
	CONSTRAINT `fk_search_entries_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "search_entries_type" CHECK("type" in ('REPORT', 'SECTION', 'MEASURE', 'OUTCOME', 'TARGET', 'PROBLEM', 'DOCUMENT', 'INDICATOR', 'ORGANIZATION', 'PLACE'))
);
--> statement-breakpoint
INSERT INTO `__new_search_entries`(`id`, `code`, `type`, `report_id`) SELECT `id`, `code`, `type`, `report_id` FROM `search_entries`;--> statement-breakpoint
DROP TABLE `search_entries`;--> statement-breakpoint
ALTER TABLE `__new_search_entries` RENAME TO `search_entries`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `numerals_span` ON `numerals` (`report_id`,`start`);--> statement-breakpoint
CREATE INDEX `numerals_text_order` ON `numerals` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_report` ON `numerals` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_kind` ON `numerals` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_section` ON `numerals` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_outcome` ON `numerals` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `numerals_target` ON `numerals` (`target_id`);--> statement-breakpoint
CREATE INDEX `numerals_problem` ON `numerals` (`problem_id`);--> statement-breakpoint
CREATE INDEX `numerals_claim` ON `numerals` (`claim`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_place` ON `measures` (`place_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_stage` ON `measures` (`stage`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_year` ON `measures` (`year`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_year_ascending` ON `measures` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `measures_year_descending` ON `measures` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `measures_title_zh` ON `measures` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `measures_section` ON `measures` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `measures_section_ordinal` ON `measures` (`section_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `measures_text_order` ON `measures` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_report` ON `measures` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_evidence` ON `measures` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `reports_place` ON `reports` (`place_id`,`code`);--> statement-breakpoint
CREATE INDEX `reports_place_order` ON `reports` (`place_order`,`code`);--> statement-breakpoint
CREATE INDEX `reports_kind` ON `reports` (`kind`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year` ON `reports` (`year`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_ascending` ON `reports` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_descending` ON `reports` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_title_zh` ON `reports` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`,`code`);--> statement-breakpoint
CREATE INDEX `retired_codes_report` ON `retired_codes` (`report_id`,`code`);--> statement-breakpoint
CREATE INDEX `retired_codes_type` ON `retired_codes` (`type`,`code`);--> statement-breakpoint
CREATE INDEX `search_entries_report` ON `search_entries` (`report_id`);--> statement-breakpoint
CREATE INDEX `problem_framework_items_item` ON `problem_framework_items` (`item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `answers_measure` ON `answers` (`measure_id`,`problem_id`);--> statement-breakpoint
CREATE INDEX `answers_evidence` ON `answers` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `continuations_earlier` ON `continuations` (`earlier_code`,`measure_id`);--> statement-breakpoint
CREATE INDEX `continuations_evidence` ON `continuations` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_unit` ON `problem_figures` (`unit_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_indicator` ON `problem_figures` (`indicator_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_evidence` ON `problem_figures` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `problems_text_order` ON `problems` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `problems_report` ON `problems` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `problems_section` ON `problems` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `problems_place` ON `problems` (`place_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `problems_year` ON `problems` (`year`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `problems_year_ascending` ON `problems` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `problems_year_descending` ON `problems` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `problems_title_zh` ON `problems` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `problems_cause` ON `problems` (`cause_evidence_id`);--> statement-breakpoint
CREATE INDEX `problems_evidence` ON `problems` (`evidence_id`);--> statement-breakpoint
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
CREATE INDEX `targets_evidence` ON `targets` (`evidence_id`);