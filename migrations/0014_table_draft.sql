CREATE TABLE "table_draft" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text,
	"name" text NOT NULL,
	"mime" text,
	"proposal" jsonb NOT NULL,
	"read_by" uuid NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "table_draft_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "table_draft_file" CHECK ((sha256 is null) = (mime is null))
);
--> statement-breakpoint
ALTER TABLE "table_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "inbox_file" ADD COLUMN "grids" jsonb;--> statement-breakpoint
ALTER TABLE "score_table" ADD COLUMN "draft_id" uuid;--> statement-breakpoint
ALTER TABLE "score_table" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "table_draft" ADD CONSTRAINT "table_draft_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_draft" ADD CONSTRAINT "table_draft_bloc_id_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_draft" ADD CONSTRAINT "table_draft_read_by_person_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "table_draft_of" ON "table_draft" USING btree ("bloc_id","sha256");--> statement-breakpoint
ALTER TABLE "score_table" ADD CONSTRAINT "score_table_bloc_id_draft_id_table_draft_bloc_id_id_fk" FOREIGN KEY ("bloc_id","draft_id") REFERENCES "public"."table_draft"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_table" ADD CONSTRAINT "score_table_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "table_draft" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);