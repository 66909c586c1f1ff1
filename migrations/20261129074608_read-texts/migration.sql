PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_reports` (
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
INSERT INTO `__new_reports`(`id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `publisher_evidence_id`, `published_on`, `published_on_evidence_id`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `outcome_figure_count`, `target_figure_count`, `problem_figure_count`, `waived_count`, `untranslated_count`, `unreviewed_count`, `clause_count`, `covered_clause_count`, `heading_clause_count`, `waived_clause_count`, `clause_characters`, `covered_characters`, `possible_check_count`, `made_check_count`, `search_id`, `place_order`) SELECT `id`, `code`, `kind`, `title_zh`, `title_en`, `place_id`, `publisher_id`, `publisher_evidence_id`, `published_on`, `published_on_evidence_id`, `period_text`, `period_edtf`, `period_start`, `period_end`, `period_basis`, `period_evidence_id`, `year`, `sha256`, `characters`, `url`, `numeral_count`, `quantity_count`, `claimed_count`, `outcome_figure_count`, `target_figure_count`, `problem_figure_count`, `waived_count`, `untranslated_count`, `unreviewed_count`, `clause_count`, `covered_clause_count`, `heading_clause_count`, `waived_clause_count`, `clause_characters`, `covered_characters`, `possible_check_count`, `made_check_count`, `search_id`, `place_order` FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `reports_place` ON `reports` (`place_id`,`code`);--> statement-breakpoint
CREATE INDEX `reports_place_order` ON `reports` (`place_order`,`code`);--> statement-breakpoint
CREATE INDEX `reports_kind` ON `reports` (`kind`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year` ON `reports` (`year`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_ascending` ON `reports` (`year_ascending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_year_descending` ON `reports` (`year_descending`,`code`);--> statement-breakpoint
CREATE INDEX `reports_title_zh` ON `reports` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`,`code`);--> statement-breakpoint
ALTER TABLE `evidences` DROP COLUMN `prefix`;--> statement-breakpoint
ALTER TABLE `evidences` DROP COLUMN `suffix`;