ALTER TABLE `outcomes` ADD `change_is_relative` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `problem_figures` ADD `change_is_relative` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `targets` ADD `change_is_relative` integer DEFAULT false NOT NULL;