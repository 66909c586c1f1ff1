CREATE TABLE `check_operands` (
	`check_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`outcome_id` integer NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT `check_operands_pk` PRIMARY KEY(`check_id`, `ordinal`),
	CONSTRAINT `fk_check_operands_check_id_checks_id_fk` FOREIGN KEY (`check_id`) REFERENCES `checks`(`id`),
	CONSTRAINT `fk_check_operands_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT "check_operands_role" CHECK("role" in ('HELD', 'WHOLE', 'PART', 'RATE', 'COUNT', 'BASE', 'CHANGED', 'EXCLUDED', 'CONFIRMS', 'TOLD', 'RESTATED', 'RESULT'))
);
--> statement-breakpoint
CREATE TABLE `checks` (
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
CREATE TABLE `numerals` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || printf('%07d', "start")) VIRTUAL NOT NULL,
	`end` integer NOT NULL,
	`claim` text,
	`outcome_id` integer,
	`target_id` integer,
	`problem_id` integer,
	`waiver_zh` text,
	`waiver_en` text,
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
CREATE TABLE `report_check_kinds` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`possible_count` integer NOT NULL,
	`made_count` integer NOT NULL,
	CONSTRAINT `report_check_kinds_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_check_kinds_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "report_check_kinds_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'TARGET', 'SET_SIZE', 'NORM', 'REMAINDER')),
	CONSTRAINT "report_check_kinds_counts" CHECK("made_count" <= "possible_count")
);
--> statement-breakpoint
CREATE TABLE `report_framework_items` (
	`report_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`measure_count` integer NOT NULL,
	`planned_count` integer NOT NULL,
	CONSTRAINT `report_framework_items_pk` PRIMARY KEY(`report_id`, `item_id`),
	CONSTRAINT `fk_report_framework_items_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_report_framework_items_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`)
);
--> statement-breakpoint
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
CREATE TABLE `report_parts` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`part` text NOT NULL,
	`present` integer NOT NULL,
	`evidence_id` integer,
	CONSTRAINT `report_parts_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_parts_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_report_parts_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "report_parts_part" CHECK("part" in ('RESULTS', 'SHORTCOMINGS', 'LEADERS_DUTY', 'PLAN', 'OTHER')),
	CONSTRAINT "report_parts_present_has_words" CHECK("present" = ("evidence_id" is not null))
);
--> statement-breakpoint
CREATE TABLE `report_unmade_checks` (
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`check_count` integer NOT NULL,
	CONSTRAINT `report_unmade_checks_pk` PRIMARY KEY(`report_id`, `ordinal`),
	CONSTRAINT `fk_report_unmade_checks_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "report_unmade_checks_kind" CHECK("kind" in ('SUM', 'RATIO', 'SUBSET', 'DIRECTION', 'SAME_FACT', 'RESTATED', 'TARGET', 'SET_SIZE', 'NORM', 'REMAINDER')),
	CONSTRAINT "report_unmade_checks_reason" CHECK("reason" in ('AGREES', 'WITHIN_ROUNDING', 'WITHIN_BOUNDS', 'NO_READING_AGREES', 'BASE_NOT_SAID', 'NOT_BOUNDED', 'UNITS_DIFFER', 'NOT_TOLD', 'SAID_REVISED', 'SCOPES_MAY_DIFFER', 'BOUNDS_LEAVE_OPEN', 'PERIOD_DIFFERS', 'PER_DIFFERS', 'PART_ONLY', 'LEFT_OPEN'))
);
--> statement-breakpoint
CREATE TABLE `retired_codes` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`type` text NOT NULL,
	`replacement` text,
	`reason_zh` text NOT NULL,
	`reason_en` text,
	CONSTRAINT `fk_retired_codes_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "retired_codes_type" CHECK("type" in ('MEASURE', 'OUTCOME', 'TARGET', 'PROBLEM', 'DOCUMENT'))
);
--> statement-breakpoint
CREATE TABLE `uncovered_clauses` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || printf('%07d', "start")) VIRTUAL NOT NULL,
	`end` integer NOT NULL,
	`has_verb` integer NOT NULL,
	`waiver_zh` text,
	`waiver_en` text,
	CONSTRAINT `fk_uncovered_clauses_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_uncovered_clauses_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT "uncovered_clauses_offsets" CHECK("start" >= 0 and "end" - "start" = length("text")),
	CONSTRAINT "uncovered_clauses_waiver_words" CHECK("waiver_en" is null or "waiver_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE `framework_item_ancestors` (
	`item_id` integer NOT NULL,
	`ancestor_id` integer NOT NULL,
	CONSTRAINT `framework_item_ancestors_pk` PRIMARY KEY(`item_id`, `ancestor_id`),
	CONSTRAINT `fk_framework_item_ancestors_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`),
	CONSTRAINT `fk_framework_item_ancestors_ancestor_id_framework_items_id_fk` FOREIGN KEY (`ancestor_id`) REFERENCES `framework_items`(`id`)
);
--> statement-breakpoint
CREATE TABLE `framework_items` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`framework_id` integer NOT NULL,
	`parent_id` integer,
	`ordinal` integer NOT NULL,
	`position` integer NOT NULL,
	`reading_order` text NOT NULL,
	`depth` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
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
	CONSTRAINT "framework_items_responsible_body_words" CHECK("responsible_body_en" is null or "responsible_body_zh" is not null),
	CONSTRAINT "framework_items_time_limit_words" CHECK("time_limit_en" is null or "time_limit_zh" is not null),
	CONSTRAINT "framework_items_deliverable_words" CHECK("deliverable_en" is null or "deliverable_zh" is not null),
	CONSTRAINT "framework_items_norm_whole" CHECK(("norm_bound" is null) = ("norm_value" is null) and ("norm_bound" is null) = ("norm_unit_id" is null) and ("norm_bound" is null) = ("norm_indicator_id" is null) and ("norm_bound" is null) = ("norm_quote" is null) and ("norm_bound" is null) = ("norm_source" is null) and ("norm_bound" is null) = ("norm_from" is null)),
	CONSTRAINT "framework_items_norm_bound" CHECK("norm_bound" in ('AT_LEAST', 'AT_MOST', 'EXACTLY')),
	CONSTRAINT "framework_items_norm_period" CHECK("norm_period" in ('YEAR')),
	CONSTRAINT "framework_items_norm_highest_level" CHECK("norm_highest_level" in ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
	CONSTRAINT "framework_items_norm_lowest_level" CHECK("norm_lowest_level" in ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
	CONSTRAINT "framework_items_norm_force" CHECK("norm_from" <= "norm_until")
);
--> statement-breakpoint
CREATE TABLE `frameworks` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`edition` text NOT NULL,
	`source` text,
	`place_id` integer,
	CONSTRAINT `fk_frameworks_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`)
);
--> statement-breakpoint
CREATE TABLE `measure_framework_items` (
	`measure_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	CONSTRAINT `measure_framework_items_pk` PRIMARY KEY(`measure_id`, `item_id`),
	CONSTRAINT `fk_measure_framework_items_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_measure_framework_items_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`)
);
--> statement-breakpoint
CREATE TABLE `problem_framework_items` (
	`problem_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	CONSTRAINT `problem_framework_items_pk` PRIMARY KEY(`problem_id`, `item_id`),
	CONSTRAINT `fk_problem_framework_items_problem_id_problems_id_fk` FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`),
	CONSTRAINT `fk_problem_framework_items_item_id_framework_items_id_fk` FOREIGN KEY (`item_id`) REFERENCES `framework_items`(`id`)
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
	`stage` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`heading` text,
	`evidence_id` integer NOT NULL,
	`origin_id` integer,
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	`place_id` integer NOT NULL,
	`year` integer,
	`has_outcomes` integer NOT NULL,
	`has_figures` integer NOT NULL,
	`has_targets` integer NOT NULL,
	`follow_up` text,
	`follower_id` integer,
	`follower_evidence_id` integer,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`code_order` integer GENERATED ALWAYS AS ("search_id" % 2147483648) VIRTUAL NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_measures_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_measures_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_measures_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_measures_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`),
	CONSTRAINT `fk_measures_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_measures_follower_id_measures_id_fk` FOREIGN KEY (`follower_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_measures_follower_evidence_id_evidences_id_fk` FOREIGN KEY (`follower_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "measures_ordinal" CHECK("ordinal" >= 1),
	CONSTRAINT "measures_figures_of_outcomes" CHECK("has_figures" <= "has_outcomes"),
	CONSTRAINT "measures_stage" CHECK("stage" in ('CARRIED_OUT', 'PLANNED')),
	CONSTRAINT "measures_follow_up" CHECK("follow_up" in ('TOLD_DONE', 'TOLD_ONGOING', 'NOT_MENTIONED', 'NO_REPORT_YET')),
	CONSTRAINT "measures_follow_up_of_plan" CHECK(("stage" = 'PLANNED') = ("follow_up" is not null)),
	CONSTRAINT "measures_follower_whole" CHECK(("follower_id" is null) = ("follower_evidence_id" is null)),
	CONSTRAINT "measures_follower_told" CHECK(("follow_up" is 'TOLD_DONE' or "follow_up" is 'TOLD_ONGOING') = ("follower_id" is not null))
);
--> statement-breakpoint
CREATE TABLE `links` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL,
	`report_id` integer NOT NULL,
	`measure_id` integer NOT NULL,
	`outcome_id` integer NOT NULL,
	`basis` text NOT NULL,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer,
	`origin_id` integer,
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
	CONSTRAINT `fk_links_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_links_measure_id_measures_id_fk` FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`),
	CONSTRAINT `fk_links_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_links_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_links_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`),
	CONSTRAINT "links_basis" CHECK("basis" in ('STATED', 'SAME_POINT', 'CURATED')),
	CONSTRAINT "links_stated_has_words" CHECK("basis" <> 'STATED' or "evidence_id" is not null),
	CONSTRAINT "links_curated_has_note" CHECK("basis" <> 'CURATED' or "note_zh" is not null),
	CONSTRAINT "links_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE `outcomes` (
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
	`change_is_relative` integer DEFAULT false NOT NULL,
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
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	`place_id` integer NOT NULL,
	`year` integer,
	`window` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`code_order` integer GENERATED ALWAYS AS ("search_id" % 2147483648) VIRTUAL NOT NULL,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	`value_ascending` real GENERATED ALWAYS AS (coalesce("value", 1e308)) VIRTUAL NOT NULL,
	`value_descending` real GENERATED ALWAYS AS (coalesce("value", -1e308)) VIRTUAL NOT NULL,
	`change_percent_ascending` real GENERATED ALWAYS AS (coalesce("change_percent", 1e308)) VIRTUAL NOT NULL,
	`change_percent_descending` real GENERATED ALWAYS AS (coalesce("change_percent", -1e308)) VIRTUAL NOT NULL,
	`change_absolute_ascending` real GENERATED ALWAYS AS (coalesce("change_absolute", 1e308)) VIRTUAL NOT NULL,
	`change_absolute_descending` real GENERATED ALWAYS AS (coalesce("change_absolute", -1e308)) VIRTUAL NOT NULL,
	`marks` integer GENERATED ALWAYS AS ((case "level" when 'OUTPUT' then 1 when 'OUTCOME' then 2 when 'IMPACT' then 3 when 'SCOPE' then 4 else 0 end) | (case "value_type" when 'QUANTITY' then 8 when 'CHANGE' then 16 when 'RANK' then 24 when 'STATEMENT' then 32 else 0 end) | (case "qualifier" when 'EXACT' then 64 when 'MORE_THAN' then 128 when 'AT_LEAST' then 192 when 'ABOUT' then 256 when 'NEARLY' then 320 when 'AT_MOST' then 384 when 'LESS_THAN' then 448 when 'BETWEEN' then 512 else 0 end) | (case "period_basis" when 'STATED' then 1024 when 'INFERRED' then 2048 else 0 end) | (("value" is not null) << 12) | (("period_key" is not null) << 13) | (("period_edtf" is not null) << 14) | (("period_start" is not null) << 15) | (("period_end" is not null) << 16) | (("whole_id" is not null) << 17) | (("change_absolute" is not null) << 18) | (("change_percent" is not null) << 19) | (("baseline_value" is not null) << 20) | (case "is_improvement" when 0 then 2097152 when 1 then 4194304 else 0 end)) VIRTUAL NOT NULL,
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
	CONSTRAINT "outcomes_unit" CHECK(("value_type" in ('QUANTITY', 'RANK', 'CHANGE')) = ("unit_id" is not null)),
	CONSTRAINT "outcomes_value_has_unit" CHECK("value" is null or "unit_id" is not null),
	CONSTRAINT "outcomes_change_has_unit" CHECK("change_absolute" is null or "unit_id" is not null),
	CONSTRAINT "outcomes_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "outcomes_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "outcomes_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "outcomes_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "outcomes_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "outcomes_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "outcomes_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "outcomes_percent_interval" CHECK("change_percent_low" <= "change_percent_high"),
	CONSTRAINT "outcomes_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" is not null),
	CONSTRAINT "outcomes_percent_of_something" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "outcomes_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "outcomes_period_whole" CHECK(("period_text" is null) = ("period_key" is null) and ("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "outcomes_year_of_period" CHECK("period_end" is null or coalesce("year" = cast(substr("period_end", 1, 4) as integer), 0)),
	CONSTRAINT "outcomes_part_has_dimension" CHECK("whole_id" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_whole_is_another" CHECK("whole_id" <> "id"),
	CONSTRAINT "outcomes_dimension_words" CHECK("dimension_en" is null or "dimension_zh" is not null),
	CONSTRAINT "outcomes_population_words" CHECK("population_en" is null or "population_zh" is not null),
	CONSTRAINT "outcomes_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE `overlaps` (
	`outcome_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	CONSTRAINT `overlaps_pk` PRIMARY KEY(`outcome_id`, `other_id`),
	CONSTRAINT `fk_overlaps_outcome_id_outcomes_id_fk` FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`),
	CONSTRAINT `fk_overlaps_other_id_outcomes_id_fk` FOREIGN KEY (`other_id`) REFERENCES `outcomes`(`id`)
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
	CONSTRAINT "answers_note_words" CHECK("note_en" is null or "note_zh" is not null)
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
	CONSTRAINT "continuations_note_words" CHECK("note_en" is null or "note_zh" is not null),
	CONSTRAINT "continuations_basis_of_two_reports" CHECK("basis" <> 'SAME_POINT')
);
--> statement-breakpoint
CREATE TABLE `problem_figures` (
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
	`change_is_relative` integer DEFAULT false NOT NULL,
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
	CONSTRAINT "problem_figures_unit" CHECK(("value_type" in ('QUANTITY', 'RANK', 'CHANGE')) = ("unit_id" is not null)),
	CONSTRAINT "problem_figures_value_has_unit" CHECK("value" is null or "unit_id" is not null),
	CONSTRAINT "problem_figures_change_has_unit" CHECK("change_absolute" is null or "unit_id" is not null),
	CONSTRAINT "problem_figures_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "problem_figures_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "problem_figures_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "problem_figures_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "problem_figures_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "problem_figures_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "problem_figures_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "problem_figures_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "problem_figures_percent_interval" CHECK("change_percent_low" <= "change_percent_high"),
	CONSTRAINT "problem_figures_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" is not null),
	CONSTRAINT "problem_figures_percent_of_something" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "problem_figures_are_figures" CHECK("value_type" <> 'STATEMENT')
);
--> statement-breakpoint
CREATE TABLE `problems` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`evidence_id` integer NOT NULL,
	`origin_id` integer,
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	`cause_evidence_id` integer,
	`place_id` integer NOT NULL,
	`year` integer,
	`search_id` integer NOT NULL UNIQUE,
	`code_order` integer GENERATED ALWAYS AS ("search_id" % 2147483648) VIRTUAL NOT NULL,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
	`year_ascending` real GENERATED ALWAYS AS (coalesce("year", 1e308)) VIRTUAL NOT NULL,
	`year_descending` real GENERATED ALWAYS AS (coalesce("year", -1e308)) VIRTUAL NOT NULL,
	CONSTRAINT `fk_problems_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_problems_section_id_sections_id_fk` FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`),
	CONSTRAINT `fk_problems_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_problems_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`),
	CONSTRAINT `fk_problems_cause_evidence_id_evidences_id_fk` FOREIGN KEY (`cause_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_problems_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`)
);
--> statement-breakpoint
CREATE TABLE `target_reports` (
	`target_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`held_id` integer NOT NULL,
	CONSTRAINT `target_reports_pk` PRIMARY KEY(`target_id`, `ordinal`),
	CONSTRAINT `fk_target_reports_target_id_targets_id_fk` FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`),
	CONSTRAINT `fk_target_reports_held_id_reports_id_fk` FOREIGN KEY (`held_id`) REFERENCES `reports`(`id`)
);
--> statement-breakpoint
CREATE TABLE `targets` (
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
	`change_is_relative` integer DEFAULT false NOT NULL,
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
	`code_order` integer GENERATED ALWAYS AS ("search_id" % 2147483648) VIRTUAL NOT NULL,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
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
	CONSTRAINT "targets_unit" CHECK(("value_type" in ('QUANTITY', 'RANK', 'CHANGE')) = ("unit_id" is not null)),
	CONSTRAINT "targets_value_has_unit" CHECK("value" is null or "unit_id" is not null),
	CONSTRAINT "targets_change_has_unit" CHECK("change_absolute" is null or "unit_id" is not null),
	CONSTRAINT "targets_change_whole" CHECK(("change_text" is null) = ("change_qualifier" is null)),
	CONSTRAINT "targets_change_qualifier" CHECK("change_qualifier" in ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT', 'NEARLY', 'AT_MOST', 'LESS_THAN', 'BETWEEN')),
	CONSTRAINT "targets_change_has_amount" CHECK("change_text" is null or "change_absolute" is not null),
	CONSTRAINT "targets_figure_range" CHECK("minimum" <= "maximum"),
	CONSTRAINT "targets_figure_interval" CHECK("low" <= "high"),
	CONSTRAINT "targets_baseline_whole" CHECK(("baseline_value" is null) = ("baseline_qualifier" is null) and ("baseline_value" is null) = ("baseline_unit_id" is null) and ("baseline_value" is null) = ("baseline_is_low_open" is null) and ("baseline_value" is null) = ("baseline_is_high_open" is null)),
	CONSTRAINT "targets_baseline_unit" CHECK("baseline_unit_id" = "unit_id"),
	CONSTRAINT "targets_baseline_needs_change" CHECK("baseline_value" is null or "change_absolute" is not null),
	CONSTRAINT "targets_percent_interval" CHECK("change_percent_low" <= "change_percent_high"),
	CONSTRAINT "targets_percent_needs_baseline" CHECK("change_percent" is null or "baseline_value" is not null),
	CONSTRAINT "targets_percent_of_something" CHECK("change_percent" is null or "baseline_value" <> 0),
	CONSTRAINT "targets_due_basis" CHECK("due_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "targets_due_whole" CHECK(("due_text" is null) = ("due_basis" is null) and ("due_text" is null) = ("due_evidence_id" is null)),
	CONSTRAINT "targets_revises_another" CHECK("revises_code" <> "code"),
	CONSTRAINT "targets_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`issuer_id` integer,
	`note_zh` text,
	`note_en` text,
	`evidence_id` integer NOT NULL,
	`origin_id` integer,
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`code_order` integer GENERATED ALWAYS AS ("search_id" % 2147483648) VIRTUAL NOT NULL,
	CONSTRAINT `fk_documents_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_documents_issuer_id_organizations_id_fk` FOREIGN KEY (`issuer_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_documents_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_documents_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`),
	CONSTRAINT "documents_note_words" CHECK("note_en" is null or "note_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE `evidences` (
	`id` integer PRIMARY KEY,
	`report_id` integer NOT NULL,
	`section_id` integer NOT NULL,
	`exact` text NOT NULL,
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
	`name_en` text,
	`awarder_id` integer,
	`document_id` integer,
	`batch` integer,
	`recipients` integer,
	`evidence_id` integer NOT NULL,
	`origin_id` integer,
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
	CONSTRAINT `fk_honours_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_honours_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`),
	CONSTRAINT `fk_honours_awarder_id_organizations_id_fk` FOREIGN KEY (`awarder_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_honours_document_id_documents_id_fk` FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`),
	CONSTRAINT `fk_honours_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_honours_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`),
	CONSTRAINT "honours_batch" CHECK("batch" >= 1),
	CONSTRAINT "honours_recipients" CHECK("recipients" >= 1)
);
--> statement-breakpoint
CREATE TABLE `origins` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`version` text,
	`made_on` text,
	CONSTRAINT `fk_origins_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "origins_kind" CHECK("kind" in ('RULE', 'MODEL', 'PERSON')),
	CONSTRAINT "origins_version" CHECK(("kind" = 'PERSON') = ("version" is null))
);
--> statement-breakpoint
CREATE TABLE `report_organizations` (
	`report_id` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`evidence_id` integer NOT NULL,
	`origin_id` integer,
	`review_reason` text,
	`review_state` text GENERATED ALWAYS AS (case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end) VIRTUAL NOT NULL,
	CONSTRAINT `report_organizations_pk` PRIMARY KEY(`report_id`, `organization_id`),
	CONSTRAINT `fk_report_organizations_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_report_organizations_organization_id_organizations_id_fk` FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`),
	CONSTRAINT `fk_report_organizations_evidence_id_evidences_id_fk` FOREIGN KEY (`evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_report_organizations_origin_id_origins_id_fk` FOREIGN KEY (`origin_id`) REFERENCES `origins`(`id`)
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`kind` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`place_id` integer NOT NULL,
	`publisher_id` integer,
	`publisher_evidence_id` integer,
	`published_on` text,
	`published_on_evidence_id` integer,
	`period_text` text,
	`period_edtf` text,
	`period_start` text,
	`period_end` text,
	`period_basis` text,
	`period_evidence_id` integer,
	`year` integer,
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
	`untranslated_count` integer NOT NULL,
	`unreviewed_count` integer DEFAULT 0 NOT NULL,
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
	CONSTRAINT `fk_reports_publisher_evidence_id_evidences_id_fk` FOREIGN KEY (`publisher_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_reports_published_on_evidence_id_evidences_id_fk` FOREIGN KEY (`published_on_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT `fk_reports_period_evidence_id_evidences_id_fk` FOREIGN KEY (`period_evidence_id`) REFERENCES `evidences`(`id`),
	CONSTRAINT "reports_coverage" CHECK("claimed_count" + "waived_count" <= "quantity_count" and "quantity_count" <= "numeral_count"),
	CONSTRAINT "reports_claims" CHECK("outcome_figure_count" + "target_figure_count" + "problem_figure_count" = "claimed_count"),
	CONSTRAINT "reports_words" CHECK("covered_clause_count" + "heading_clause_count" + "waived_clause_count" <= "clause_count" and "covered_characters" <= "clause_characters"),
	CONSTRAINT "reports_checks" CHECK("made_check_count" <= "possible_check_count"),
	CONSTRAINT "reports_kind" CHECK("kind" in ('STATUTORY_ANNUAL', 'MODEL_AREA', 'WORK_REPORT', 'OTHER')),
	CONSTRAINT "reports_period_basis" CHECK("period_basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "reports_period_whole" CHECK(("period_text" is null) = ("period_basis" is null) and ("period_text" is null) = ("period_evidence_id" is null)),
	CONSTRAINT "reports_sha256" CHECK(length("sha256") = 64)
);
--> statement-breakpoint
CREATE TABLE `sections` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`report_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`parent_id` integer,
	`depth` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`heading` text,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text_place` text NOT NULL,
	`text_order` text GENERATED ALWAYS AS (substr("code", 1, instr("code", '/')) || "text_place") VIRTUAL NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	`code_order` integer GENERATED ALWAYS AS ("search_id" % 2147483648) VIRTUAL NOT NULL,
	CONSTRAINT `fk_sections_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_sections_parent_id_sections_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `sections`(`id`),
	CONSTRAINT "sections_depth_of_parent" CHECK(("depth" = 1) = ("parent_id" is null)),
	CONSTRAINT "sections_span" CHECK("start" >= 0 and "end" - "start" = length("text"))
);
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY,
	`type` text NOT NULL,
	`report_id` integer,
	`part` text,
	CONSTRAINT `fk_search_entries_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT "search_entries_type" CHECK("type" in ('REPORT', 'SECTION', 'MEASURE', 'OUTCOME', 'TARGET', 'PROBLEM', 'DOCUMENT', 'INDICATOR', 'ORGANIZATION', 'PLACE')),
	CONSTRAINT "search_entries_part" CHECK("part" in ('RESULTS', 'SHORTCOMINGS', 'LEADERS_DUTY', 'PLAN', 'OTHER'))
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`place` integer NOT NULL,
	`numbers` integer NOT NULL,
	`sha256` text NOT NULL,
	`rows_sha256` text NOT NULL,
	`settled_sha256` text DEFAULT '' NOT NULL,
	CONSTRAINT `sources_pk` PRIMARY KEY(`kind`, `code`),
	CONSTRAINT "sources_kind" CHECK("kind" in ('REPORT', 'VOCABULARY', 'RULES'))
);
--> statement-breakpoint
CREATE TABLE `statistics` (
	`name` text NOT NULL,
	`bucket` integer NOT NULL,
	`count` integer NOT NULL,
	`sum` integer NOT NULL,
	`largest` integer NOT NULL,
	CONSTRAINT `statistics_pk` PRIMARY KEY(`name`, `bucket`)
);
--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`unit_id` integer NOT NULL,
	`direction` text NOT NULL,
	`kind` text NOT NULL,
	`group` text,
	`definition_zh` text,
	`definition_en` text,
	`phrases` text,
	`additivity` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_indicators_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT "indicators_direction" CHECK("direction" in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEITHER')),
	CONSTRAINT "indicators_group" CHECK("group" in ('LEADERSHIP', 'SERVICES', 'RULES', 'DECISIONS', 'ENFORCEMENT', 'DISPUTES', 'OVERSIGHT', 'EDUCATION')),
	CONSTRAINT "indicators_definition_words" CHECK("definition_en" is null or "definition_zh" is not null),
	CONSTRAINT "indicators_kind" CHECK("kind" in ('LEVEL', 'CHANGE')),
	CONSTRAINT "indicators_additivity" CHECK("additivity" in ('ADDITIVE', 'OVERLAPPING', 'RATE', 'UNKNOWN'))
);
--> statement-breakpoint
CREATE TABLE `units` (
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
CREATE TABLE `organizations` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text,
	`place_id` integer,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_organizations_place_id_places_id_fk` FOREIGN KEY (`place_id`) REFERENCES `places`(`id`)
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
CREATE TABLE `places` (
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
CREATE INDEX `check_operands_outcome` ON `check_operands` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `checks_review` ON `checks` (`review_state`,`text_order`);--> statement-breakpoint
CREATE INDEX `checks_target` ON `checks` (`target_id`,`text_order`) WHERE "checks"."target_id" is not null;--> statement-breakpoint
CREATE INDEX `checks_item` ON `checks` (`item_id`,`text_order`) WHERE "checks"."item_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `checks_text_order` ON `checks` (`text_order`);--> statement-breakpoint
CREATE INDEX `checks_report` ON `checks` (`report_id`,`text_order`);--> statement-breakpoint
CREATE INDEX `checks_verdict` ON `checks` (`verdict`,`text_order`) WHERE "checks"."verdict" not in ('HOLDS');--> statement-breakpoint
CREATE INDEX `checks_kind` ON `checks` (`kind`,`text_order`);--> statement-breakpoint
CREATE INDEX `numeral_claims_outcome` ON `numeral_claims` (`outcome_id`,`numeral_id`);--> statement-breakpoint
CREATE INDEX `numeral_claims_target` ON `numeral_claims` (`target_id`,`numeral_id`) WHERE "numeral_claims"."target_id" is not null;--> statement-breakpoint
CREATE INDEX `numeral_claims_problem` ON `numeral_claims` (`problem_id`,`numeral_id`) WHERE "numeral_claims"."problem_id" is not null;--> statement-breakpoint
CREATE INDEX `numerals_report` ON `numerals` (`report_id`);--> statement-breakpoint
CREATE INDEX `numerals_kind` ON `numerals` (`kind`) WHERE "numerals"."kind" not in ('QUANTITY', 'ORDINAL');--> statement-breakpoint
CREATE INDEX `numerals_section` ON `numerals` (`section_id`);--> statement-breakpoint
CREATE INDEX `numerals_outcome` ON `numerals` (`outcome_id`) WHERE "numerals"."outcome_id" is not null;--> statement-breakpoint
CREATE INDEX `numerals_target` ON `numerals` (`target_id`) WHERE "numerals"."target_id" is not null;--> statement-breakpoint
CREATE INDEX `numerals_problem` ON `numerals` (`problem_id`) WHERE "numerals"."problem_id" is not null;--> statement-breakpoint
CREATE INDEX `numerals_claim` ON `numerals` (`claim`) WHERE "numerals"."claim" not in ('OUTCOME');--> statement-breakpoint
CREATE INDEX `retired_codes_report` ON `retired_codes` (`report_id`,`code`);--> statement-breakpoint
CREATE INDEX `retired_codes_type` ON `retired_codes` (`type`,`code`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_report` ON `uncovered_clauses` (`report_id`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_section` ON `uncovered_clauses` (`section_id`);--> statement-breakpoint
CREATE INDEX `uncovered_clauses_verb` ON `uncovered_clauses` (`has_verb`);--> statement-breakpoint
CREATE INDEX `framework_item_ancestors_ancestor` ON `framework_item_ancestors` (`ancestor_id`,`item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `framework_items_position` ON `framework_items` (`framework_id`,`position`);--> statement-breakpoint
CREATE INDEX `framework_items_order` ON `framework_items` (`reading_order`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_parent` ON `framework_items` (`parent_id`,`reading_order`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_depth` ON `framework_items` (`depth`);--> statement-breakpoint
CREATE INDEX `framework_items_norm_indicator` ON `framework_items` (`norm_indicator_id`,`reading_order`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_title_zh` ON `framework_items` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `frameworks_name_zh` ON `frameworks` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `frameworks_place` ON `frameworks` (`place_id`);--> statement-breakpoint
CREATE INDEX `measure_framework_items_item` ON `measure_framework_items` (`item_id`);--> statement-breakpoint
CREATE INDEX `problem_framework_items_item` ON `problem_framework_items` (`item_id`);--> statement-breakpoint
CREATE INDEX `measure_documents_document` ON `measure_documents` (`document_id`);--> statement-breakpoint
CREATE INDEX `measure_organizations_organization` ON `measure_organizations` (`organization_id`);--> statement-breakpoint
CREATE INDEX `measures_place` ON `measures` (`place_id`);--> statement-breakpoint
CREATE INDEX `measures_stage` ON `measures` (`stage`);--> statement-breakpoint
CREATE INDEX `measures_year` ON `measures` (`year`);--> statement-breakpoint
CREATE INDEX `measures_year_ascending` ON `measures` (`year_ascending`,`code_order`);--> statement-breakpoint
CREATE INDEX `measures_year_descending` ON `measures` (`year_descending`,`code_order`);--> statement-breakpoint
CREATE INDEX `measures_title_zh` ON `measures` (`title_zh`,`code_order`,`stage`,`follow_up`,`has_outcomes`,`has_figures`,`has_targets`);--> statement-breakpoint
CREATE INDEX `measures_has_outcomes` ON `measures` (`has_outcomes`);--> statement-breakpoint
CREATE INDEX `measures_has_figures` ON `measures` (`has_figures`,`has_outcomes`);--> statement-breakpoint
CREATE INDEX `measures_has_targets` ON `measures` (`has_targets`,`has_outcomes`);--> statement-breakpoint
CREATE INDEX `measures_section` ON `measures` (`section_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `measures_section_ordinal` ON `measures` (`section_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `measures_review` ON `measures` (`review_state`);--> statement-breakpoint
CREATE INDEX `measures_origin` ON `measures` (`origin_id`) WHERE "measures"."origin_id" is not null;--> statement-breakpoint
CREATE INDEX `measures_report` ON `measures` (`report_id`);--> statement-breakpoint
CREATE INDEX `measures_follow_up` ON `measures` (`follow_up`);--> statement-breakpoint
CREATE INDEX `measures_follower` ON `measures` (`follower_id`) WHERE "measures"."follower_id" is not null;--> statement-breakpoint
CREATE INDEX `links_measure` ON `links` (`measure_id`,`outcome_id`,`basis`);--> statement-breakpoint
CREATE INDEX `links_outcome` ON `links` (`outcome_id`,`measure_id`,`basis`);--> statement-breakpoint
CREATE INDEX `links_report` ON `links` (`report_id`);--> statement-breakpoint
CREATE INDEX `links_note` ON `links` (`id`) WHERE "links"."note_zh" is not null;--> statement-breakpoint
CREATE INDEX `links_origin` ON `links` (`origin_id`) WHERE "links"."origin_id" is not null;--> statement-breakpoint
CREATE INDEX `links_review` ON `links` (`review_state`);--> statement-breakpoint
CREATE INDEX `links_basis` ON `links` (`basis`,`id`,`measure_id`,`outcome_id`) WHERE "links"."basis" not in ('SAME_POINT');--> statement-breakpoint
CREATE INDEX `outcomes_year_ascending` ON `outcomes` (`year_ascending`,`code_order`);--> statement-breakpoint
CREATE INDEX `outcomes_year_descending` ON `outcomes` (`year_descending`,`code_order`);--> statement-breakpoint
CREATE INDEX `outcomes_level` ON `outcomes` (`level`) WHERE "outcomes"."level" not in ('OUTPUT', 'OUTCOME');--> statement-breakpoint
CREATE INDEX `outcomes_place` ON `outcomes` (`place_id`);--> statement-breakpoint
CREATE INDEX `outcomes_year` ON `outcomes` (`year`);--> statement-breakpoint
CREATE INDEX `outcomes_value` ON `outcomes` (`value`);--> statement-breakpoint
CREATE INDEX `outcomes_value_type` ON `outcomes` (`value_type`) WHERE "outcomes"."value_type" not in ('QUANTITY');--> statement-breakpoint
CREATE INDEX `outcomes_qualifier` ON `outcomes` (`qualifier`) WHERE "outcomes"."qualifier" not in ('EXACT');--> statement-breakpoint
CREATE INDEX `outcomes_baseline` ON `outcomes` (`baseline_value`) WHERE "outcomes"."baseline_value" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_change` ON `outcomes` (`change_percent`) WHERE "outcomes"."change_percent" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_change_absolute` ON `outcomes` (`change_absolute`) WHERE "outcomes"."change_absolute" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_change_absolute_ascending` ON `outcomes` (`change_absolute_ascending`,`code_order`,`marks`,`unit_id`,`indicator_id`,`value`);--> statement-breakpoint
CREATE INDEX `outcomes_change_absolute_descending` ON `outcomes` (`change_absolute_descending`,`code_order`,`marks`,`unit_id`,`indicator_id`,`value`);--> statement-breakpoint
CREATE INDEX `outcomes_improvement` ON `outcomes` (`is_improvement`) WHERE "outcomes"."is_improvement" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_dimension` ON `outcomes` (`dimension_zh`) WHERE "outcomes"."dimension_zh" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_population` ON `outcomes` (`population_zh`) WHERE "outcomes"."population_zh" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_period` ON `outcomes` (`period_key`) WHERE "outcomes"."period_key" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_period_edtf` ON `outcomes` (`period_edtf`) WHERE "outcomes"."period_edtf" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_period_basis` ON `outcomes` (`period_basis`) WHERE "outcomes"."period_basis" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_period_start` ON `outcomes` (`period_start`) WHERE "outcomes"."period_start" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_value_ascending` ON `outcomes` (`value_ascending`,`code_order`,`marks`,`unit_id`,`indicator_id`);--> statement-breakpoint
CREATE INDEX `outcomes_value_descending` ON `outcomes` (`value_descending`,`code_order`,`marks`,`unit_id`,`indicator_id`);--> statement-breakpoint
CREATE INDEX `outcomes_change_ascending` ON `outcomes` (`change_percent_ascending`,`code_order`,`marks`,`unit_id`,`indicator_id`,`value`);--> statement-breakpoint
CREATE INDEX `outcomes_change_descending` ON `outcomes` (`change_percent_descending`,`code_order`,`marks`,`unit_id`,`indicator_id`,`value`);--> statement-breakpoint
CREATE INDEX `outcomes_label_zh` ON `outcomes` (`label_zh`,`code_order`,`marks`,`unit_id`,`indicator_id`,`value`);--> statement-breakpoint
CREATE INDEX `outcomes_review` ON `outcomes` (`review_state`);--> statement-breakpoint
CREATE INDEX `outcomes_note` ON `outcomes` (`id`) WHERE "outcomes"."note_zh" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_origin` ON `outcomes` (`origin_id`) WHERE "outcomes"."origin_id" is not null;--> statement-breakpoint
CREATE INDEX `outcomes_report` ON `outcomes` (`report_id`);--> statement-breakpoint
CREATE INDEX `outcomes_section` ON `outcomes` (`section_id`);--> statement-breakpoint
CREATE INDEX `outcomes_unit` ON `outcomes` (`unit_id`);--> statement-breakpoint
CREATE INDEX `outcomes_indicator` ON `outcomes` (`indicator_id`);--> statement-breakpoint
CREATE INDEX `outcomes_whole` ON `outcomes` (`whole_id`) WHERE "outcomes"."whole_id" is not null;--> statement-breakpoint
CREATE INDEX `overlaps_other` ON `overlaps` (`other_id`,`outcome_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `answers_measure` ON `answers` (`measure_id`,`problem_id`);--> statement-breakpoint
CREATE INDEX `continuations_earlier` ON `continuations` (`earlier_code`,`measure_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_unit` ON `problem_figures` (`unit_id`);--> statement-breakpoint
CREATE INDEX `problem_figures_indicator` ON `problem_figures` (`indicator_id`);--> statement-breakpoint
CREATE INDEX `problems_report` ON `problems` (`report_id`);--> statement-breakpoint
CREATE INDEX `problems_section` ON `problems` (`section_id`);--> statement-breakpoint
CREATE INDEX `problems_place` ON `problems` (`place_id`);--> statement-breakpoint
CREATE INDEX `problems_year` ON `problems` (`year`);--> statement-breakpoint
CREATE INDEX `problems_year_ascending` ON `problems` (`year_ascending`,`code_order`);--> statement-breakpoint
CREATE INDEX `problems_year_descending` ON `problems` (`year_descending`,`code_order`);--> statement-breakpoint
CREATE INDEX `problems_title_zh` ON `problems` (`title_zh`,`code_order`);--> statement-breakpoint
CREATE INDEX `problems_cause` ON `problems` (`cause_evidence_id`);--> statement-breakpoint
CREATE INDEX `problems_review` ON `problems` (`review_state`);--> statement-breakpoint
CREATE INDEX `problems_origin` ON `problems` (`origin_id`);--> statement-breakpoint
CREATE INDEX `target_reports_held` ON `target_reports` (`held_id`);--> statement-breakpoint
CREATE INDEX `targets_report` ON `targets` (`report_id`);--> statement-breakpoint
CREATE INDEX `targets_section` ON `targets` (`section_id`);--> statement-breakpoint
CREATE INDEX `targets_measure` ON `targets` (`measure_id`);--> statement-breakpoint
CREATE INDEX `targets_place` ON `targets` (`place_id`);--> statement-breakpoint
CREATE INDEX `targets_year` ON `targets` (`year`);--> statement-breakpoint
CREATE INDEX `targets_year_ascending` ON `targets` (`year_ascending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_year_descending` ON `targets` (`year_descending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_due_start` ON `targets` (`due_start`);--> statement-breakpoint
CREATE INDEX `targets_due_end` ON `targets` (`due_end`);--> statement-breakpoint
CREATE INDEX `targets_due_ascending` ON `targets` (`due_end_ascending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_due_descending` ON `targets` (`due_end_descending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_value` ON `targets` (`value`);--> statement-breakpoint
CREATE INDEX `targets_value_ascending` ON `targets` (`value_ascending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_value_descending` ON `targets` (`value_descending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_value_type` ON `targets` (`value_type`);--> statement-breakpoint
CREATE INDEX `targets_qualifier` ON `targets` (`qualifier`);--> statement-breakpoint
CREATE INDEX `targets_unit` ON `targets` (`unit_id`);--> statement-breakpoint
CREATE INDEX `targets_indicator` ON `targets` (`indicator_id`);--> statement-breakpoint
CREATE INDEX `targets_owner` ON `targets` (`owner_id`);--> statement-breakpoint
CREATE INDEX `targets_revises` ON `targets` (`revises_code`);--> statement-breakpoint
CREATE INDEX `targets_has_deadline` ON `targets` (`has_deadline`);--> statement-breakpoint
CREATE INDEX `targets_has_owner` ON `targets` (`has_owner`);--> statement-breakpoint
CREATE INDEX `targets_has_deliverable` ON `targets` (`has_deliverable`);--> statement-breakpoint
CREATE INDEX `targets_label_zh` ON `targets` (`label_zh`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_review` ON `targets` (`review_state`);--> statement-breakpoint
CREATE INDEX `targets_origin` ON `targets` (`origin_id`) WHERE "targets"."origin_id" is not null;--> statement-breakpoint
CREATE INDEX `targets_verdict` ON `targets` (`verdict`);--> statement-breakpoint
CREATE INDEX `targets_verdict_reason` ON `targets` (`verdict_reason`);--> statement-breakpoint
CREATE INDEX `targets_outcome` ON `targets` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `targets_share` ON `targets` (`share_reached`) WHERE "targets"."share_reached" is not null;--> statement-breakpoint
CREATE INDEX `targets_share_ascending` ON `targets` (`share_reached_ascending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_share_descending` ON `targets` (`share_reached_descending`,`code_order`);--> statement-breakpoint
CREATE INDEX `targets_as_of` ON `targets` (`as_of_id`);--> statement-breakpoint
CREATE INDEX `documents_report` ON `documents` (`report_id`);--> statement-breakpoint
CREATE INDEX `documents_issuer` ON `documents` (`issuer_id`);--> statement-breakpoint
CREATE INDEX `documents_title_zh` ON `documents` (`title_zh`,`code_order`);--> statement-breakpoint
CREATE INDEX `documents_origin` ON `documents` (`origin_id`);--> statement-breakpoint
CREATE INDEX `documents_review` ON `documents` (`review_state`);--> statement-breakpoint
CREATE INDEX `honours_report` ON `honours` (`report_id`);--> statement-breakpoint
CREATE INDEX `honours_place` ON `honours` (`place_id`);--> statement-breakpoint
CREATE INDEX `honours_awarder` ON `honours` (`awarder_id`);--> statement-breakpoint
CREATE INDEX `honours_document` ON `honours` (`document_id`);--> statement-breakpoint
CREATE INDEX `honours_origin` ON `honours` (`origin_id`);--> statement-breakpoint
CREATE INDEX `honours_review` ON `honours` (`review_state`);--> statement-breakpoint
CREATE INDEX `honours_name_zh` ON `honours` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `origins_report` ON `origins` (`report_id`,`code`);--> statement-breakpoint
CREATE INDEX `report_organizations_origin` ON `report_organizations` (`origin_id`) WHERE "report_organizations"."origin_id" is not null;--> statement-breakpoint
CREATE INDEX `report_organizations_organization` ON `report_organizations` (`organization_id`);--> statement-breakpoint
CREATE INDEX `reports_place` ON `reports` (`place_id`,`code`);--> statement-breakpoint
CREATE INDEX `reports_place_order` ON `reports` (`place_order`,`code`);--> statement-breakpoint
CREATE INDEX `reports_kind` ON `reports` (`kind`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year` ON `reports` (`year`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_ascending` ON `reports` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_descending` ON `reports` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_title_zh` ON `reports` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`,`code`);--> statement-breakpoint
CREATE INDEX `sections_title_zh` ON `sections` (`title_zh`,`code_order`);--> statement-breakpoint
CREATE INDEX `sections_parent` ON `sections` (`parent_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sections_depth` ON `sections` (`depth`);--> statement-breakpoint
CREATE UNIQUE INDEX `sections_report_ordinal` ON `sections` (`report_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sources_order` ON `sources` (`kind`,"code" || '/');--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `indicators_name_zh` ON `indicators` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `indicators_group` ON `indicators` (`group`,`code`);--> statement-breakpoint
CREATE INDEX `units_report` ON `units` (`report_id`,`code`);--> statement-breakpoint
CREATE INDEX `organizations_place` ON `organizations` (`place_id`);--> statement-breakpoint
CREATE INDEX `organizations_name_zh` ON `organizations` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `place_ancestors_ancestor` ON `place_ancestors` (`ancestor_id`,`place_id`);--> statement-breakpoint
CREATE INDEX `places_parent` ON `places` (`parent_id`);--> statement-breakpoint
CREATE INDEX `places_level` ON `places` (`level`,`code`);--> statement-breakpoint
CREATE INDEX `places_name_zh` ON `places` (`name_zh`,`code`);