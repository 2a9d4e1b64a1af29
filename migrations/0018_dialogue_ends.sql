ALTER TABLE "dialogue" ADD COLUMN "done_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dialogue" ADD COLUMN "reminded_at" timestamp (3) with time zone;