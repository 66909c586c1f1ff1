ALTER TABLE `reports` ADD `publisher_evidence_id` integer REFERENCES evidences(id);--> statement-breakpoint
ALTER TABLE `reports` ADD `published_on_evidence_id` integer REFERENCES evidences(id);