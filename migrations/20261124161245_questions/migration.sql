CREATE TABLE `overlaps` (
	`outcome_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	CONSTRAINT `overlaps_pk` PRIMARY KEY(`outcome_id`, `other_id`),
	CONSTRAINT `fk_overlaps_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_overlaps_other_id_outcomes_id_fk` FOREIGN KEY (`other_id`) REFERENCES `outcomes`(`id`)
);
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`type` text NOT NULL,
	`report_id` integer,
	CONSTRAINT `fk_search_entries_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "search_entries_type" CHECK("type" in ('REPORT', 'SECTION', 'MEASURE', 'OUTCOME', 'DOCUMENT', 'INDICATOR', 'ORGANIZATION', 'PLACE'))
);
--> statement-breakpoint
CREATE TABLE `place_ancestors` (
	`place_id` integer NOT NULL,
	`ancestor_id` integer NOT NULL,
	CONSTRAINT `place_ancestors_pk` PRIMARY KEY(`place_id`, `ancestor_id`),
	CONSTRAINT `fk_place_ancestors_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_place_ancestors_ancestor_id_places_id_fk` FOREIGN KEY (`ancestor_id`) REFERENCES `places`(`id`)
);
--> statement-breakpoint
ALTER TABLE `measures` ADD `place_id` integer NOT NULL REFERENCES places(id);--> statement-breakpoint
ALTER TABLE `measures` ADD `year` integer;--> statement-breakpoint
ALTER TABLE `measures` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `measures` ADD `year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `measures` ADD `year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `place_id` integer NOT NULL REFERENCES places(id);--> statement-breakpoint
ALTER TABLE `outcomes` ADD `year` integer;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `window` text NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `documents` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `year` integer;--> statement-breakpoint
ALTER TABLE `reports` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `place_order` text NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `indicators` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `organizations` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `places` ADD `search_id` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `units` ADD `additivity` text NOT NULL;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_units` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`additivity` text NOT NULL,
	CONSTRAINT "units_additivity" CHECK("additivity" in ('ADDITIVE', 'OVERLAPPING', 'RATE'))
);
--> statement-breakpoint
INSERT INTO `__new_units`(`id`, `code`, `name_zh`, `name_en`) SELECT `id`, `code`, `name_zh`, `name_en` FROM `units`;--> statement-breakpoint
DROP TABLE `units`;--> statement-breakpoint
ALTER TABLE `__new_units` RENAME TO `units`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_measures` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
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
INSERT INTO `__new_measures`(`id`, `code`, `report_id`, `section_id`, `ordinal`, `title_zh`, `title_en`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `ordinal`, `title_zh`, `title_en`, `evidence_id`, `text_order` FROM `measures`;--> statement-breakpoint
DROP TABLE `measures`;--> statement-breakpoint
ALTER TABLE `__new_measures` RENAME TO `measures`;--> statement-breakpoint
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
	`unit_id` integer,
	`baseline_value` real,
	`baseline_minimum` real,
	`baseline_maximum` real,
	`baseline_qualifier` text,
	`baseline_text` text,
	`baseline_unit_id` integer,
	`change_absolute` real,
	`change_percent` real,
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
	CONSTRAINT "outcomes_value_type" CHECK("value_type" in ('QUANTITY', 'STATEMENT')),
	CONSTRAINT "outcomes_qualifier" CHECK("qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_baseline_qualifier" CHECK("baseline_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "outcomes_figure_or_words" CHECK(("value_type" = 'QUANTITY') = ("value" is not null)),
	CONSTRAINT "outcomes_words_or_figure" CHECK(("value" is null) = ("statement" is not null)),
	CONSTRAINT "outcomes_figure_whole" CHECK(("value" is null) = ("qualifier" is null) and ("value" is null) = ("quantity_text" is null) and ("value" is null) = ("unit_id" is null)),
	CONSTRAINT "outcomes_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "outcomes_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_text" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null)),
	CONSTRAINT "outcomes_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "outcomes_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "outcomes_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "outcomes_part_has_dimension" CHECK("whole_id" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_whole_is_another" CHECK("whole_id" <> "id"),
	CONSTRAINT "outcomes_dimension_whole" CHECK(("dimension_zh" is null) = ("dimension_en" is null)),
	CONSTRAINT "outcomes_note_whole" CHECK(("note_zh" is null) = ("note_en" is null))
);
--> statement-breakpoint
INSERT INTO `__new_outcomes`(`id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_unit_id`, `change_absolute`, `change_percent`, `is_improvement`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `label_zh`, `label_en`, `level`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_unit_id`, `change_absolute`, `change_percent`, `is_improvement`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `indicator_id`, `dimension_zh`, `dimension_en`, `whole_id`, `note_zh`, `note_en`, `evidence_id`, `text_order` FROM `outcomes`;--> statement-breakpoint
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
	`evidence_id` integer NOT NULL,
	`text_order` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_documents_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_documents_issuer_id_organizations_id_fk` FOREIGN KEY (`issuer_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_documents_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`)
);
--> statement-breakpoint
INSERT INTO `__new_documents`(`id`, `code`, `report_id`, `title_zh`, `title_en`, `issuer_id`, `evidence_id`, `text_order`) SELECT `id`, `code`, `report_id`, `title_zh`, `title_en`, `issuer_id`, `evidence_id`, `text_order` FROM `documents`;--> statement-breakpoint
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
	`search_id` integer NOT NULL UNIQUE,
	`place_order` text NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
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
INSERT INTO `__new_reports`(`id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count`) SELECT `id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `published_on`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `text`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `waived_count` FROM `reports`;--> statement-breakpoint
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
	`title_en` text NOT NULL,
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
INSERT INTO `__new_sections`(`id`, `code`, `report_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `text`, `start`, `end`, `text_order`) SELECT `id`, `code`, `report_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `text`, `start`, `end`, `text_order` FROM `sections`;--> statement-breakpoint
DROP TABLE `sections`;--> statement-breakpoint
ALTER TABLE `__new_sections` RENAME TO `sections`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_indicators` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`unit_id` integer NOT NULL,
	`ascending` integer,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_indicators_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`)
);
--> statement-breakpoint
INSERT INTO `__new_indicators`(`id`, `code`, `name_zh`, `name_en`, `unit_id`, `ascending`) SELECT `id`, `code`, `name_zh`, `name_en`, `unit_id`, `ascending` FROM `indicators`;--> statement-breakpoint
DROP TABLE `indicators`;--> statement-breakpoint
ALTER TABLE `__new_indicators` RENAME TO `indicators`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_organizations` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`place_id` integer,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_organizations_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`)
);
--> statement-breakpoint
INSERT INTO `__new_organizations`(`id`, `code`, `name_zh`, `name_en`, `place_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `place_id` FROM `organizations`;--> statement-breakpoint
DROP TABLE `organizations`;--> statement-breakpoint
ALTER TABLE `__new_organizations` RENAME TO `organizations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_places` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` integer,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_places_parent_id_places_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `places`(`id`),
	CONSTRAINT "places_level" CHECK("level" in ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
	CONSTRAINT "places_parent_is_another" CHECK("parent_id" <> "id")
);
--> statement-breakpoint
INSERT INTO `__new_places`(`id`, `code`, `name_zh`, `name_en`, `level`, `parent_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `level`, `parent_id` FROM `places`;--> statement-breakpoint
DROP TABLE `places`;--> statement-breakpoint
ALTER TABLE `__new_places` RENAME TO `places`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
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
CREATE INDEX `outcomes_improvement` ON `outcomes` (`is_improvement`);--> statement-breakpoint
CREATE INDEX `outcomes_dimension` ON `outcomes` (`dimension_zh`,`text_order`,`code`);--> statement-breakpoint
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
CREATE INDEX `sections_title_zh` ON `sections` (`title_zh`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `sections_report_ordinal` ON `sections` (`report_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sections_text_order` ON `sections` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `indicators_name_zh` ON `indicators` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `organizations_place` ON `organizations` (`place_id`);--> statement-breakpoint
CREATE INDEX `organizations_name_zh` ON `organizations` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `places_parent` ON `places` (`parent_id`);--> statement-breakpoint
CREATE INDEX `places_level` ON `places` (`level`,`code`);--> statement-breakpoint
CREATE INDEX `places_name_zh` ON `places` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `checks_kind` ON `checks` (`kind`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `numerals_section` ON `numerals` (`section_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_basis` ON `links` (`basis`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `overlaps_other` ON `overlaps` (`other_id`,`outcome_id`);--> statement-breakpoint
CREATE INDEX `search_entries_report` ON `search_entries` (`report_id`);--> statement-breakpoint
CREATE INDEX `place_ancestors_ancestor` ON `place_ancestors` (`ancestor_id`,`place_id`);