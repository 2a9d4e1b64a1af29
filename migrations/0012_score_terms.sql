ALTER TABLE "criterion" ADD COLUMN "terms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "score_entry" ADD COLUMN "detail" jsonb;--> statement-breakpoint
ALTER TABLE "score_table" ADD COLUMN "terms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "score_entry" ADD CONSTRAINT "score_entry_detail" CHECK ((value in ('points', 'skipped', 'not_assigned')) = (detail is null));