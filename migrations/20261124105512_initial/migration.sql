CREATE TABLE `measure_documents` (
	`measure_id` integer NOT NULL,
	`document_id` integer NOT NULL,
	`relation` text NOT NULL,
	CONSTRAINT `measure_documents_pk` PRIMARY KEY(`measure_id`, `document_id`),
	CONSTRAINT `fk_measure_documents_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_measure_documents_document_id_documents_id_fk` FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`),
	CONSTRAINT "measure_documents_relation" CHECK("relation" in ('ISSUES', 'IMPLEMENTS', 'CITES'))
);
--> statement-breakpoint
CREATE TABLE `measure_organizations` (
	`measure_id` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT `measure_organizations_pk` PRIMARY KEY(`measure_id`, `organization_id`),
	CONSTRAINT `fk_measure_organizations_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_measure_organizations_organization_id_organizations_id_fk` FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT "measure_organizations_role" CHECK("role" in ('ACTOR', 'SUBJECT'))
);
--> statement-breakpoint
CREATE TABLE `measures` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`evidence_id` integer NOT NULL,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_measures_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_measures_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_measures_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "measures_ordinal" CHECK("ordinal" >= 1)
);
--> statement-breakpoint
CREATE TABLE `links` (
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
	CONSTRAINT "links_note_whole" CHECK(("note_zh" is null) = ("note_en" is null))
);
--> statement-breakpoint
CREATE TABLE `outcomes` (
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
	`text_order` text NOT NULL,
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
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`issuer_id` integer,
	`evidence_id` integer NOT NULL,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_documents_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_documents_issuer_id_organizations_id_fk` FOREIGN KEY (`issuer_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_documents_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`)
);
--> statement-breakpoint
CREATE TABLE `evidences` (
	`id` integer PRIMARY KEY,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	CONSTRAINT `fk_evidences_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_evidences_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT "evidences_offsets" CHECK("start" >= 0 and "end" - "start" = length("exact")),
	CONSTRAINT "evidences_words" CHECK("end" > "start")
);
--> statement-breakpoint
CREATE TABLE `honours` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
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
CREATE TABLE `report_organizations` (
	`report_id` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`evidence_id` integer NOT NULL,
	CONSTRAINT `report_organizations_pk` PRIMARY KEY(`report_id`, `organization_id`),
	CONSTRAINT `fk_report_organizations_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_report_organizations_organization_id_organizations_id_fk` FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_report_organizations_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`)
);
--> statement-breakpoint
CREATE TABLE `reports` (
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
	CONSTRAINT `fk_reports_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_reports_publisher_id_organizations_id_fk` FOREIGN KEY (`publisher_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_reports_period_evidence_id_evidences_id_fk` FOREIGN KEY (`period_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "reports_kind" CHECK("kind" in ('STATUTORY_ANNUAL', 'MODEL_AREA', 'WORK_REPORT', 'OTHER')),
	CONSTRAINT "reports_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "reports_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "reports_sha256" CHECK(length("sha256") = 64),
	CONSTRAINT "reports_characters" CHECK("characters" = length("text"))
);
--> statement-breakpoint
CREATE TABLE `sections` (
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
	CONSTRAINT `fk_sections_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "sections_span" CHECK("start" >= 0 and "end" - "start" = length("text"))
);
--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`unit_id` integer NOT NULL,
	`ascending` integer,
	CONSTRAINT `fk_indicators_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`)
);
--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`place_id` integer,
	CONSTRAINT `fk_organizations_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`)
);
--> statement-breakpoint
CREATE TABLE `places` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` integer,
	CONSTRAINT `fk_places_parent_id_places_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `places`(`id`),
	CONSTRAINT "places_level" CHECK("level" in ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
	CONSTRAINT "places_parent_is_another" CHECK("parent_id" <> "id")
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `measure_documents_document` ON `measure_documents` (`document_id`);--> statement-breakpoint
CREATE INDEX `measure_organizations_organization` ON `measure_organizations` (`organization_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `measures_section_ordinal` ON `measures` (`section_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `measures_text_order` ON `measures` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_report` ON `measures` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `measures_evidence` ON `measures` (`evidence_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_measure_outcome` ON `links` (`measure_id`,`outcome_id`);--> statement-breakpoint
CREATE INDEX `links_measure` ON `links` (`measure_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_outcome` ON `links` (`outcome_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_report` ON `links` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_text_order` ON `links` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_text_order` ON `outcomes` (`text_order`,`code`);--> statement-breakpoint
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
CREATE INDEX `documents_issuer` ON `documents` (`issuer_id`);--> statement-breakpoint
CREATE INDEX `documents_text_order` ON `documents` (`text_order`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidences_span` ON `evidences` (`report_id`,`start`,`end`);--> statement-breakpoint
CREATE INDEX `evidences_section` ON `evidences` (`section_id`);--> statement-breakpoint
CREATE INDEX `honours_report` ON `honours` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_place` ON `honours` (`place_id`);--> statement-breakpoint
CREATE INDEX `report_organizations_organization` ON `report_organizations` (`organization_id`);--> statement-breakpoint
CREATE INDEX `reports_place` ON `reports` (`place_id`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sections_report_ordinal` ON `sections` (`report_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sections_text_order` ON `sections` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `organizations_place` ON `organizations` (`place_id`);--> statement-breakpoint
CREATE INDEX `places_parent` ON `places` (`parent_id`);