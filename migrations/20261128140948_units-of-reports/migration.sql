ALTER TABLE `reports` ADD `untranslated_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `units` ADD `report_id` integer REFERENCES reports(id);--> statement-breakpoint
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
	`outcome_id` integer,
	`waiver_zh` text,
	`waiver_en` text,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_numerals_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_numerals_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_numerals_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT "numerals_kind" CHECK("kind" in ('QUANTITY', 'DATE', 'ORDINAL', 'IDIOM', 'CODE', 'TITLE', 'UNKNOWN')),
	CONSTRAINT "numerals_offsets" CHECK("start" >= 0 and "end" - "start" = length("text")),
	CONSTRAINT "numerals_waiver_words" CHECK("waiver_en" is null or "waiver_zh" is not null),
	CONSTRAINT "numerals_claimed_are_quantities" CHECK(("outcome_id" is null and "waiver_zh" is null) or "kind" = 'QUANTITY'),
	CONSTRAINT "numerals_claimed_or_waived" CHECK("outcome_id" is null or "waiver_zh" is null)
);
--> statement-breakpoint
INSERT INTO `__new_numerals`(`id`, `code`, `report_id`, `section_id`, `kind`, `text`, `start`, `end`, `outcome_id`, `waiver_zh`, `waiver_en`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `kind`, `text`, `start`, `end`, `outcome_id`, `waiver_zh`, `waiver_en`, `text_order` FROM `numerals`;--> statement-breakpoint
DROP TABLE `numerals`;--> statement-breakpoint
ALTER TABLE `__new_numerals` RENAME TO `numerals`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_uncovered_clauses` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`has_verb` integer NOT NULL,
	`waiver_zh` text,
	`waiver_en` text,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_uncovered_clauses_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_uncovered_clauses_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT "uncovered_clauses_offsets" CHECK("start" >= 0 and "end" - "start" = length("text")),
	CONSTRAINT "uncovered_clauses_waiver_words" CHECK("waiver_en" is null or "waiver_zh" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_uncovered_clauses`(`id`, `code`, `report_id`, `section_id`, `text`, `start`, `end`, `has_verb`, `waiver_zh`, `waiver_en`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `text`, `start`, `end`, `has_verb`, `waiver_zh`, `waiver_en`, `text_order` FROM `uncovered_clauses`;--> statement-breakpoint
DROP TABLE `uncovered_clauses`;--> statement-breakpoint
ALTER TABLE `__new_uncovered_clauses` RENAME TO `uncovered_clauses`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_links` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`outcome_id` integer NOT NULL,
	`basis` text NOT NULL,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_links_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_links_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_links_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_links_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "links_basis" CHECK("basis" in ('STATED', 'SAME_POINT', 'CURATED')),
	CONSTRAINT "links_stated_has_words" CHECK("basis" <> 'STATED' or "evidence_id" is not null),
	CONSTRAINT "links_curated_has_note" CHECK("basis" <> 'CURATED' or "note_zh" is not null),
	CONSTRAINT "links_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_links`(`id`, `code`, `report_id`, `measure_id`, `outcome_id`, `basis`, `note_zh`, `note_en`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `measure_id`, `outcome_id`, `basis`, `note_zh`, `note_en`, `evidence_id`, `text_order` FROM `links`;--> statement-breakpoint
DROP TABLE `links`;--> statement-breakpoint
ALTER TABLE `__new_links` RENAME TO `links`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
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
	CONSTRAINT "outcomes_dimension_words" CHECK("dimension_en" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_population_words" CHECK("population_en" is null or "population_zh" is not null),
	CONSTRAINT "outcomes_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_outcomes`(`id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `period_text`, `period_key`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `population_zh`, `population_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `place_id`, `year`, `window`, `search_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `period_text`, `period_key`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `population_zh`, `population_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `place_id`, `year`, `window`, `search_id`, `text_order` FROM `outcomes`;--> statement-breakpoint
DROP TABLE `outcomes`;--> statement-breakpoint
ALTER TABLE `__new_outcomes` RENAME TO `outcomes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_documents` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`issuer_id` integer,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer NOT NULL,
	`text_order` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_documents_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_documents_issuer_id_organizations_id_fk` FOREIGN KEY (`issuer_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_documents_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "documents_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_documents`(`id`, `code`, `report_id`, `title_zh`, `title_en`, `issuer_id`, `note_zh`, `note_en`, `evidence_id`, `text_order`, `search_id`) SELECT `id`, `code`, `report_id`, `title_zh`, `title_en`, `issuer_id`, `note_zh`, `note_en`, `evidence_id`, `text_order`, `search_id` FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_units` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`additivity` text NOT NULL,
	`report_id` integer,
	CONSTRAINT `fk_units_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "units_additivity" CHECK("additivity" in ('ADDITIVE', 'OVERLAPPING', 'RATE', 'UNKNOWN')),
	CONSTRAINT "units_own" CHECK(("report_id" is null) = ("additivity" <> 'UNKNOWN'))
);
--> statement-breakpoint
INSERT INTO `__new_units`(`id`, `code`, `name_zh`, `name_en`, `additivity`) SELECT `id`, `code`, `name_zh`, `name_en`, `additivity` FROM `units`;--> statement-breakpoint
DROP TABLE `units`;--> statement-breakpoint
ALTER TABLE `__new_units` RENAME TO `units`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_framework_items` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`framework_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	CONSTRAINT `fk_framework_items_framework_id_frameworks_id_fk` FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`)
);
--> statement-breakpoint
INSERT INTO `__new_framework_items`(`id`, `code`, `framework_id`, `ordinal`, `title_zh`, `title_en`) SELECT `id`, `code`, `framework_id`, `ordinal`, `title_zh`, `title_en` FROM `framework_items`;--> statement-breakpoint
DROP TABLE `framework_items`;--> statement-breakpoint
ALTER TABLE `__new_framework_items` RENAME TO `framework_items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_frameworks` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`edition` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_frameworks`(`id`, `code`, `name_zh`, `name_en`, `edition`) SELECT `id`, `code`, `name_zh`, `name_en`, `edition` FROM `frameworks`;--> statement-breakpoint
DROP TABLE `frameworks`;--> statement-breakpoint
ALTER TABLE `__new_frameworks` RENAME TO `frameworks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_retired_codes` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`type` text NOT NULL,
	`replacement` text,
	`reason_zh` text NOT NULL,
	`reason_en` text,
	CONSTRAINT `fk_retired_codes_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "retired_codes_type" CHECK("type" in ('MEASURE', 'OUTCOME', 'DOCUMENT'))
);
--> statement-breakpoint
INSERT INTO `__new_retired_codes`(`id`, `code`, `report_id`, `type`, `replacement`, `reason_zh`, `reason_en`) SELECT `id`, `code`, `report_id`, `type`, `replacement`, `reason_zh`, `reason_en` FROM `retired_codes`;--> statement-breakpoint
DROP TABLE `retired_codes`;--> statement-breakpoint
ALTER TABLE `__new_retired_codes` RENAME TO `retired_codes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_measures` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
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
	CONSTRAINT "measures_ordinal" CHECK("ordinal" >= 1)
);
--> statement-breakpoint
INSERT INTO `__new_measures`(`id`, `code`, `report_id`, `section_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `evidence_id`, `place_id`, `year`, `text_order`, `search_id`) SELECT `id`, `code`, `report_id`, `section_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `evidence_id`, `place_id`, `year`, `text_order`, `search_id` FROM `measures`;--> statement-breakpoint
DROP TABLE `measures`;--> statement-breakpoint
ALTER TABLE `__new_measures` RENAME TO `measures`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_honours` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text,
	`awarder_id` integer,
	`document_id` integer,
	`batch` integer,
	`recipients` integer,
	`evidence_id` integer NOT NULL,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_honours_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_honours_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_honours_awarder_id_organizations_id_fk` FOREIGN KEY (`awarder_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_honours_document_id_documents_id_fk` FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`),
	CONSTRAINT `fk_honours_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "honours_batch" CHECK("batch" >= 1),
	CONSTRAINT "honours_recipients" CHECK("recipients" >= 1)
);
--> statement-breakpoint
INSERT INTO `__new_honours`(`id`, `code`, `report_id`, `place_id`, `name_zh`, `name_en`, `awarder_id`, `document_id`, `batch`, `recipients`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `place_id`, `name_zh`, `name_en`, `awarder_id`, `document_id`, `batch`, `recipients`, `evidence_id`, `text_order` FROM `honours`;--> statement-breakpoint
DROP TABLE `honours`;--> statement-breakpoint
ALTER TABLE `__new_honours` RENAME TO `honours`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_reports` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`kind` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
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
	`untranslated_count` integer NOT NULL,
	`clause_count` integer NOT NULL,
	`covered_clause_count` integer NOT NULL,
	`heading_clause_count` integer DEFAULT 0 NOT NULL,
	`waived_clause_count` integer NOT NULL,
	`clause_characters` integer NOT NULL,
	`covered_characters` integer NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`place_order` text NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_reports_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_reports_publisher_id_organizations_id_fk` FOREIGN KEY (`publisher_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_reports_period_evidence_id_evidences_id_fk` FOREIGN KEY (`period_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "reports_coverage" CHECK("claimed_count" + "waived_count" <= "quantity_count" and "quantity_count" <= "numeral_count"),
	CONSTRAINT "reports_words" CHECK("covered_clause_count" + "heading_clause_count" + "waived_clause_count" <= "clause_count" and "covered_characters" <= "clause_characters"),
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
CREATE TABLE `__new_sections` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`heading` text,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text_order` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_sections_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "sections_span" CHECK("start" >= 0 and "end" - "start" = length("text"))
);
--> statement-breakpoint
INSERT INTO `__new_sections`(`id`, `code`, `report_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `text`, `start`, `end`, `text_order`, `search_id`) SELECT `id`, `code`, `report_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `text`, `start`, `end`, `text_order`, `search_id` FROM `sections`;--> statement-breakpoint
DROP TABLE `sections`;--> statement-breakpoint
ALTER TABLE `__new_sections` RENAME TO `sections`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_indicators` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`unit_id` integer NOT NULL,
	`direction` text NOT NULL,
	`kind` text NOT NULL,
	`additivity` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_indicators_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT "indicators_direction" CHECK("direction" in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEITHER')),
	CONSTRAINT "indicators_kind" CHECK("kind" in ('LEVEL', 'CHANGE')),
	CONSTRAINT "indicators_additivity" CHECK("additivity" in ('ADDITIVE', 'OVERLAPPING', 'RATE', 'UNKNOWN'))
);
--> statement-breakpoint
INSERT INTO `__new_indicators`(`id`, `code`, `name_zh`, `name_en`, `unit_id`, `direction`, `kind`, `additivity`, `search_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `unit_id`, `direction`, `kind`, `additivity`, `search_id` FROM `indicators`;--> statement-breakpoint
DROP TABLE `indicators`;--> statement-breakpoint
ALTER TABLE `__new_indicators` RENAME TO `indicators`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_organizations` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`place_id` integer,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_organizations_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`)
);
--> statement-breakpoint
INSERT INTO `__new_organizations`(`id`, `code`, `name_zh`, `name_en`, `place_id`, `search_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `place_id`, `search_id` FROM `organizations`;--> statement-breakpoint
DROP TABLE `organizations`;--> statement-breakpoint
ALTER TABLE `__new_organizations` RENAME TO `organizations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_places` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`level` text NOT NULL,
	`parent_id` integer,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_places_parent_id_places_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `places`(`id`),
	CONSTRAINT "places_level" CHECK("level" in ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
	CONSTRAINT "places_parent_is_another" CHECK("parent_id" <> "id")
);
--> statement-breakpoint
INSERT INTO `__new_places`(`id`, `code`, `name_zh`, `name_en`, `level`, `parent_id`, `search_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `level`, `parent_id`, `search_id` FROM `places`;--> statement-breakpoint
DROP TABLE `places`;--> statement-breakpoint
ALTER TABLE `__new_places` RENAME TO `places`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `numerals_span` ON `numerals` (`report_id`,`start`);--> statement-breakpoint
CREATE INDEX `numerals_text_order` ON `numerals` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_report` ON `numerals` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_kind` ON `numerals` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_section` ON `numerals` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_outcome` ON `numerals` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_text_order` ON `uncovered_clauses` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_report` ON `uncovered_clauses` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_section` ON `uncovered_clauses` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_verb` ON `uncovered_clauses` (`has_verb`,`text_order`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_measure_outcome` ON `links` (`measure_id`,`outcome_id`);--> statement-breakpoint
CREATE INDEX `links_measure` ON `links` (`measure_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_outcome` ON `links` (`outcome_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_report` ON `links` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_text_order` ON `links` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_basis` ON `links` (`basis`,`text_order`,`code`);--> statement-breakpoint
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
CREATE INDEX `outcomes_evidence` ON `outcomes` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `documents_report` ON `documents` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `documents_issuer` ON `documents` (`issuer_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `documents_title_zh` ON `documents` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `documents_text_order` ON `documents` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `units_report` ON `units` (`report_id`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `framework_items_ordinal` ON `framework_items` (`framework_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `framework_items_order` ON `framework_items` (`ordinal`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_title_zh` ON `framework_items` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `frameworks_name_zh` ON `frameworks` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `retired_codes_report` ON `retired_codes` (`report_id`,`code`);--> statement-breakpoint
CREATE INDEX `retired_codes_type` ON `retired_codes` (`type`,`code`);--> statement-breakpoint
CREATE INDEX `measures_place` ON `measures` (`place_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_year` ON `measures` (`year`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_year_ascending` ON `measures` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `measures_year_descending` ON `measures` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `measures_title_zh` ON `measures` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `measures_section` ON `measures` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `measures_section_ordinal` ON `measures` (`section_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `measures_text_order` ON `measures` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_report` ON `measures` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_evidence` ON `measures` (`evidence_id`);--> statement-breakpoint
CREATE INDEX `honours_report` ON `honours` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_place` ON `honours` (`place_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_awarder` ON `honours` (`awarder_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_document` ON `honours` (`document_id`);--> statement-breakpoint
CREATE INDEX `honours_text_order` ON `honours` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_name_zh` ON `honours` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `reports_place` ON `reports` (`place_id`,`code`);--> statement-breakpoint
CREATE INDEX `reports_place_order` ON `reports` (`place_order`,`code`);--> statement-breakpoint
CREATE INDEX `reports_kind` ON `reports` (`kind`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year` ON `reports` (`year`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_ascending` ON `reports` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_descending` ON `reports` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_title_zh` ON `reports` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`,`code`);--> statement-breakpoint
CREATE INDEX `sections_title_zh` ON `sections` (`title_zh`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `sections_report_ordinal` ON `sections` (`report_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sections_text_order` ON `sections` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `indicators_name_zh` ON `indicators` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `organizations_place` ON `organizations` (`place_id`);--> statement-breakpoint
CREATE INDEX `organizations_name_zh` ON `organizations` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `places_parent` ON `places` (`parent_id`);--> statement-breakpoint
CREATE INDEX `places_level` ON `places` (`level`,`code`);--> statement-breakpoint
CREATE INDEX `places_name_zh` ON `places` (`name_zh`,`code`);