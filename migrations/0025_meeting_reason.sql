ALTER TABLE "meeting_unit" ADD COLUMN "reason" text;--> statement-breakpoint
GRANT UPDATE (reason) ON meeting_unit TO tlk_app;
