ALTER TABLE `indicators` ADD `group` text;--> statement-breakpoint
ALTER TABLE `indicators` ADD `definition_zh` text;--> statement-breakpoint
ALTER TABLE `indicators` ADD `definition_en` text;--> statement-breakpoint
ALTER TABLE `indicators` ADD `phrases` text;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_indicators` (
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
INSERT INTO `__new_indicators`(`id`, `code`, `name_zh`, `name_en`, `unit_id`, `direction`, `kind`, `additivity`, `search_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `unit_id`, `direction`, `kind`, `additivity`, `search_id` FROM `indicators`;--> statement-breakpoint
DROP TABLE `indicators`;--> statement-breakpoint
ALTER TABLE `__new_indicators` RENAME TO `indicators`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `indicators_name_zh` ON `indicators` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `indicators_group` ON `indicators` (`group`,`code`);