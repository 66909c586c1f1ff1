ALTER TABLE `checks` ADD `review_state` text DEFAULT 'CURATED' NOT NULL;--> statement-breakpoint
ALTER TABLE `measures` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `measures` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `links` ADD `origin_id` integer REFERENCES origins(id);--> statement-breakpoint
ALTER TABLE `links` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `links` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `outcomes` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `problems` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `problems` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `targets` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `targets` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `documents` ADD `origin_id` integer REFERENCES origins(id);--> statement-breakpoint
ALTER TABLE `documents` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `honours` ADD `origin_id` integer REFERENCES origins(id);--> statement-breakpoint
ALTER TABLE `honours` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `honours` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `report_organizations` ADD `origin_id` integer REFERENCES origins(id);--> statement-breakpoint
ALTER TABLE `report_organizations` ADD `review_reason` text;--> statement-breakpoint
ALTER TABLE `report_organizations` ADD `review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `unreviewed_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
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
	`target_id` integer,
	`review_state` text DEFAULT 'CURATED' NOT NULL,
	`text_order` text NOT NULL,
	CONSTRAINT `fk_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_checks_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_checks_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`),
	CONSTRAINT `fk_checks_target_id_targets_id_fk` FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`),
	CONSTRAINT "checks_review" CHECK("review_state" in ('CURATED', 'UNREVIEWED')),
	CONSTRAINT "checks_target" CHECK(("kind" = 'TARGET') = ("target_id" is not null)),
	CONSTRAINT "checks_norm_has_item" CHECK(("kind" = 'NORM') = ("item_id" is not null)),
	CONSTRAINT "checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'TARGET', 'SET_SIZE', 'NORM', 'REMAINDER')),
	CONSTRAINT "checks_verdict" CHECK("verdict" in ('HOLDS', 'DOES_NOT_FOLLOW', 'CANNOT_BE_CHECKED')),
	CONSTRAINT "checks_reason" CHECK("reason" in ('AGREES', 'WITHIN_ROUNDING', 'WITHIN_BOUNDS', 'NO_READING_AGREES', 'BASE_NOT_SAID', 'NOT_BOUNDED', 'UNITS_DIFFER', 'NOT_TOLD', 'SAID_REVISED', 'SCOPES_MAY_DIFFER', 'BOUNDS_LEAVE_OPEN', 'PERIOD_DIFFERS', 'PER_DIFFERS', 'PART_ONLY', 'LEFT_OPEN')),
	CONSTRAINT "checks_rounding_holds" CHECK(not "holds_only_by_rounding" or "verdict" = 'HOLDS'),
	CONSTRAINT "checks_verdict_has_figures" CHECK("verdict" = 'CANNOT_BE_CHECKED' or ("stated" is not null and "computed" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_checks`(`id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `stated_low`, `stated_high`, `computed_low`, `computed_high`, `reason`, `holds_only_by_rounding`, `explanation_zh`, `explanation_en`, `evidence_id`, `item_id`, `target_id`, `text_order`) SELECT `id`, `code`, `report_id`, `kind`, `verdict`, `stated`, `computed`, `stated_low`, `stated_high`, `computed_low`, `computed_high`, `reason`, `holds_only_by_rounding`, `explanation_zh`, `explanation_en`, `evidence_id`, `item_id`, `target_id`, `text_order` FROM `checks`;--> statement-breakpoint
DROP TABLE `checks`;--> statement-breakpoint
ALTER TABLE `__new_checks` RENAME TO `checks`;--> statement-breakpoint
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
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	`verdict` text NOT NULL,
	`verdict_reason` text,
	`verdict_zh` text,
	`verdict_en` text,
	`outcome_id` integer,
	`share_reached` real,
	`as_of_id` integer,
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
	`share_reached_ascending` real GENERATED ALWAYS AS (coalesce("share_reached", 1e308)) VIRTUAL NOT NULL,
	`share_reached_descending` real GENERATED ALWAYS AS (coalesce("share_reached", -1e308)) VIRTUAL NOT NULL,
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
	CONSTRAINT `fk_targets_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_targets_as_of_id_reports_id_fk` FOREIGN KEY (`as_of_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_targets_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT "targets_verdict" CHECK("verdict" in ('REACHED', 'PARTLY_REACHED', 'NOT_REACHED', 'NOT_REPORTED', 'NOT_DUE_YET', 'NO_REPORT_YET', 'NOT_COMPARABLE')),
	CONSTRAINT "targets_verdict_reason" CHECK("verdict_reason" in ('NO_DEADLINE', 'NO_FIGURE', 'NO_INDICATOR', 'UNITS_DIFFER', 'SEVERAL_OUTCOMES', 'BOUNDS_LEAVE_OPEN', 'PERIOD_DIFFERS', 'SCOPES_MAY_DIFFER', 'DIRECTION_NOT_SAID', 'NOT_REVIEWED', 'YEAR_NOT_KNOWN')),
	CONSTRAINT "targets_verdict_has_reason" CHECK(("verdict" = 'NOT_COMPARABLE') = ("verdict_reason" is not null)),
	CONSTRAINT "targets_reached_by_outcome" CHECK("verdict" not in ('REACHED', 'PARTLY_REACHED', 'NOT_REACHED') or "outcome_id" is not null),
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
INSERT INTO `__new_targets`(`id`, `code`, `report_id`, `section_id`, `measure_id`, `label_zh`, `label_en`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_percent_low`, `change_percent_high`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `due_text`, `due_edtf`, `due_start`, `due_end`, `due_basis`, `due_evidence_id`, `owner_id`, `deliverable`, `revises_code`, `note_zh`, `note_en`, `evidence_id`, `origin_id`, `verdict`, `verdict_reason`, `verdict_zh`, `verdict_en`, `outcome_id`, `share_reached`, `as_of_id`, `place_id`, `year`, `search_id`, `text_order`) SELECT `id`, `code`, `report_id`, `section_id`, `measure_id`, `label_zh`, `label_en`, `value_type`, `statement`, `value`, `minimum`, `maximum`, `qualifier`, `quantity_text`, `decimals`, `low`, `high`, `is_low_open`, `is_high_open`, `unit_id`, `baseline_value`, `baseline_minimum`, `baseline_maximum`, `baseline_qualifier`, `baseline_text`, `baseline_decimals`, `baseline_low`, `baseline_high`, `baseline_is_low_open`, `baseline_is_high_open`, `baseline_unit_id`, `change_absolute`, `change_percent`, `change_percent_low`, `change_percent_high`, `change_low`, `change_high`, `change_text`, `change_qualifier`, `is_improvement`, `indicator_id`, `due_text`, `due_edtf`, `due_start`, `due_end`, `due_basis`, `due_evidence_id`, `owner_id`, `deliverable`, `revises_code`, `note_zh`, `note_en`, `evidence_id`, `origin_id`, `verdict`, `verdict_reason`, `verdict_zh`, `verdict_en`, `outcome_id`, `share_reached`, `as_of_id`, `place_id`, `year`, `search_id`, `text_order` FROM `targets`;--> statement-breakpoint
DROP TABLE `targets`;--> statement-breakpoint
ALTER TABLE `__new_targets` RENAME TO `targets`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `checks_review` ON `checks` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_target` ON `checks` (`target_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_item` ON `checks` (`item_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_text_order` ON `checks` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_report` ON `checks` (`report_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_verdict` ON `checks` (`verdict`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `checks_kind` ON `checks` (`kind`,`text_order`,`code`);--> statement-breakpoint
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
CREATE INDEX `targets_review` ON `targets` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_origin` ON `targets` (`origin_id`);--> statement-breakpoint
CREATE INDEX `targets_verdict` ON `targets` (`verdict`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_verdict_reason` ON `targets` (`verdict_reason`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_outcome` ON `targets` (`outcome_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `targets_share_ascending` ON `targets` (`share_reached_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_share_descending` ON `targets` (`share_reached_descending`,`code`);--> statement-breakpoint
CREATE INDEX `targets_as_of` ON `targets` (`as_of_id`);--> statement-breakpoint
CREATE INDEX `measures_review` ON `measures` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `links_origin` ON `links` (`origin_id`);--> statement-breakpoint
CREATE INDEX `links_review` ON `links` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_review` ON `outcomes` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `problems_review` ON `problems` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `documents_origin` ON `documents` (`origin_id`);--> statement-breakpoint
CREATE INDEX `documents_review` ON `documents` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_origin` ON `honours` (`origin_id`);--> statement-breakpoint
CREATE INDEX `honours_review` ON `honours` (`review_state`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `report_organizations_origin` ON `report_organizations` (`origin_id`);