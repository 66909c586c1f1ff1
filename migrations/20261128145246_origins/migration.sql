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
ALTER TABLE `measures` ADD `origin_id` integer REFERENCES origins(id);--> statement-breakpoint
ALTER TABLE `outcomes` ADD `origin_id` integer REFERENCES origins(id);--> statement-breakpoint
CREATE INDEX `measures_origin` ON `measures` (`origin_id`);--> statement-breakpoint
CREATE INDEX `origins_report` ON `origins` (`report_id`,`code`);--> statement-breakpoint
CREATE INDEX `outcomes_origin` ON `outcomes` (`origin_id`);