ALTER TABLE "feedback_entry" ADD COLUMN "file_sha256" text;--> statement-breakpoint
ALTER TABLE "feedback_entry" ADD COLUMN "file_name" text;--> statement-breakpoint
ALTER TABLE "feedback_entry" ADD COLUMN "file_mime" text;--> statement-breakpoint
ALTER TABLE "feedback_entry" ADD CONSTRAINT "feedback_entry_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_entry" ADD CONSTRAINT "feedback_entry_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3));