CREATE TABLE `statistics` (
	`name` text NOT NULL,
	`bucket` integer NOT NULL,
	`count` integer NOT NULL,
	`sum` integer NOT NULL,
	`largest` integer NOT NULL,
	CONSTRAINT `statistics_pk` PRIMARY KEY(`name`, `bucket`)
);
