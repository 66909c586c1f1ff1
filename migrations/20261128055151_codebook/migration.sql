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
CREATE TABLE `retired_codes` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`type` text NOT NULL,
	`replacement` text,
	`reason_zh` text NOT NULL,
	`reason_en` text NOT NULL,
	CONSTRAINT `fk_retired_codes_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "retired_codes_type" CHECK("type" in ('MEASURE', 'OUTCOME', 'DOCUMENT'))
);
--> statement-breakpoint
CREATE TABLE `uncovered_clauses` (
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
	CONSTRAINT "uncovered_clauses_waiver_whole" CHECK(("waiver_zh" is null) = ("waiver_en" is null))
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
ALTER TABLE `outcomes` ADD `period_key` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `population_zh` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `population_en` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_absolute_ascending` real GENERATED ALWAYS AS (coalesce("change_absolute", 1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `change_absolute_descending` real GENERATED ALWAYS AS (coalesce("change_absolute", -1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `documents` ADD `note_zh` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `note_en` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `clause_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `covered_clause_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `waived_clause_count` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `clause_characters` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `covered_characters` integer NOT NULL;--> statement-breakpoint
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
	CONSTRAINT "outcomes_period_whole" CHECK(("period_text" is null) = ("period_key" is null) and ("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
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
CREATE TABLE `__new_documents` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`issuer_id` integer,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer NOT NULL,
	`text_order` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_documents_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_documents_issuer_id_organizations_id_fk` FOREIGN KEY (`issuer_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_documents_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "documents_note_whole" CHECK(("note_zh" is null) = ("note_en" is null))
);
--> statement-breakpoint
INSERT INTO `__new_documents`(`id`, `code`, `report_id`, `title_zh`, `title_en`, `issuer_id`, `evidence_id`, `text_order`, `search_id`) SELECT `id`, `code`, `report_id`, `title_zh`, `title_en`, `issuer_id`, `evidence_id`, `text_order`, `search_id` FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
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
	`waived_count` integer NOT NULL,
	`clause_count` integer NOT NULL,
	`covered_clause_count` integer NOT NULL,
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
	CONSTRAINT "reports_words" CHECK("covered_clause_count" + "waived_clause_count" <= "clause_count" and "covered_characters" <= "clause_characters"),
	CONSTRAINT "reports_kind" CHECK("kind" in ('STATUTORY_ANNUAL', 'MODEL_AREA', 'WORK_REPORT', 'OTHER')),
	CONSTRAINT "reports_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "reports_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "reports_sha256" CHECK(length("sha256") = 64),
	CONSTRAINT "reports_characters" CHECK("characters" = length("text"))
);
--> statement-breakpoint
INSERT INTO `__new_reports`(`id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count`, `search_id`, `place_order`) SELECT `id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count`, `search_id`, `place_order` FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
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
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_check_operands` (
	`check_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`outcome_id` integer NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT `check_operands_pk` PRIMARY KEY(`check_id`, `ordinal`),
	CONSTRAINT `fk_check_operands_check_id_checks_id_fk` FOREIGN KEY (`check_id`) REFERENCES `checks`(`id`),
	CONSTRAINT `fk_check_operands_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT "check_operands_role" CHECK("role" in ('WHOLE', 'PART', 'RATE', 'COUNT', 'BASE', 'CHANGED', 'EXCLUDED', 'CONFIRMS', 'TOLD'))
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
	`explanation_zh` text NOT NULL,
	`explanation_en` text NOT NULL,
	`evidence_id` integer,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_checks_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'SET_SIZE', 'REMAINDER')),
	CONSTRAINT "checks_verdict" CHECK("verdict" in ('HOLDS', 'DOES_NOT_FOLLOW', 'CANNOT_BE_CHECKED')),
	CONSTRAINT "checks_verdict_has_figures" CHECK("verdict" = 'CANNOT_BE_CHECKED' or ("stated" is not null and "computed" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_checks`(`id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `explanation_zh`, `explanation_en`, `evidence_id`, `text_order` FROM `checks`;--> statement-breakpoint
DROP TABLE `checks`;--> statement-breakpoint
ALTER TABLE `__new_checks` RENAME TO `checks`;--> statement-breakpoint
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
CREATE INDEX `reports_place` ON `reports` (`place_id`,`code`);--> statement-breakpoint
CREATE INDEX `reports_place_order` ON `reports` (`place_order`,`code`);--> statement-breakpoint
CREATE INDEX `reports_kind` ON `reports` (`kind`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year` ON `reports` (`year`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_ascending` ON `reports` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_descending` ON `reports` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_title_zh` ON `reports` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`);--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `indicators_name_zh` ON `indicators` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `check_operands_outcome` ON `check_operands` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `checks_text_order` ON `checks` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_report` ON `checks` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_verdict` ON `checks` (`verdict`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_kind` ON `checks` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `retired_codes_report` ON `retired_codes` (`report_id`,`code`);--> statement-breakpoint
CREATE INDEX `retired_codes_type` ON `retired_codes` (`type`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_text_order` ON `uncovered_clauses` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_report` ON `uncovered_clauses` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_section` ON `uncovered_clauses` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_verb` ON `uncovered_clauses` (`has_verb`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measure_acts_evidence` ON `measure_acts` (`evidence_id`);