PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_indicators` (
	`id` integer PRIMARY KEY,
	`code` text NOT NULL UNIQUE,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`unit_id` integer NOT NULL,
	`direction` text NOT NULL,
	`kind` text NOT NULL,
	`additivity` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_indicators_unit_id_units_id_fk` FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`),
	CONSTRAINT "indicators_direction" CHECK("direction" in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEITHER')),
	CONSTRAINT "indicators_kind" CHECK("kind" in ('LEVEL', 'CHANGE')),
	CONSTRAINT "indicators_additivity" CHECK("additivity" in ('ADDITIVE', 'OVERLAPPING', 'RATE'))
);
--> statement-breakpoint
INSERT INTO `__new_indicators`(`id`, `code`, `name_zh`, `name_en`, `unit_id`, `direction`, `kind`, `additivity`, `search_id`) SELECT `id`, `code`, `name_zh`, `name_en`, `unit_id`, CASE `ascending` WHEN 1 THEN 'HIGHER_IS_BETTER' WHEN 0 THEN 'LOWER_IS_BETTER' ELSE 'NEITHER' END, `kind`, `additivity`, `search_id` FROM `indicators`;--> statement-breakpoint
DROP TABLE `indicators`;--> statement-breakpoint
ALTER TABLE `__new_indicators` RENAME TO `indicators`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `indicators_unit` ON `indicators` (`unit_id`);--> statement-breakpoint
CREATE INDEX `indicators_name_zh` ON `indicators` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_order` ON `framework_items` (`ordinal`,`code`);--> statement-breakpoint
CREATE INDEX `framework_items_title_zh` ON `framework_items` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `frameworks_name_zh` ON `frameworks` (`name_zh`,`code`);--> statement-breakpoint
CREATE INDEX `honours_awarder` ON `honours` (`awarder_id`,`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_document` ON `honours` (`document_id`);--> statement-breakpoint
CREATE INDEX `honours_text_order` ON `honours` (`text_order`,`code`);--> statement-breakpoint
CREATE INDEX `honours_name_zh` ON `honours` (`name_zh`,`code`);--> statement-breakpoint
DROP INDEX `honours_place`;--> statement-breakpoint
CREATE INDEX `honours_place` ON `honours` (`place_id`,`text_order`,`code`);--> statement-breakpoint
DROP INDEX `reports_publisher`;--> statement-breakpoint
CREATE INDEX `reports_publisher` ON `reports` (`publisher_id`,`code`);