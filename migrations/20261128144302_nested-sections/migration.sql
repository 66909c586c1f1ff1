ALTER TABLE `sections` ADD `parent_id` integer REFERENCES sections(id);--> statement-breakpoint
ALTER TABLE `sections` ADD `depth` integer NOT NULL;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_sections` (
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
	`text_order` text NOT NULL,
	`search_id` integer NOT NULL UNIQUE,
	CONSTRAINT `fk_sections_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`),
	CONSTRAINT `fk_sections_parent_id_sections_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `sections`(`id`),
	CONSTRAINT "sections_depth_of_parent" CHECK(("depth" = 1) = ("parent_id" is null)),
	CONSTRAINT "sections_span" CHECK("start" >= 0 and "end" - "start" = length("text"))
);
--> statement-breakpoint
INSERT INTO `__new_sections`(`id`, `code`, `report_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `text`, `start`, `end`, `text_order`, `search_id`) SELECT `id`, `code`, `report_id`, `ordinal`, `title_zh`, `title_en`, `heading`, `text`, `start`, `end`, `text_order`, `search_id` FROM `sections`;--> statement-breakpoint
DROP TABLE `sections`;--> statement-breakpoint
ALTER TABLE `__new_sections` RENAME TO `sections`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `sections_title_zh` ON `sections` (`title_zh`,`code`);--> statement-breakpoint
CREATE INDEX `sections_parent` ON `sections` (`parent_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sections_depth` ON `sections` (`depth`,`text_order`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `sections_report_ordinal` ON `sections` (`report_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sections_text_order` ON `sections` (`text_order`,`code`);