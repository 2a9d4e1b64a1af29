CREATE TABLE "award_quota" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"source" jsonb,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"award" text NOT NULL,
	"scope" text NOT NULL,
	"operator" text NOT NULL,
	"low" numeric NOT NULL,
	"high" numeric,
	"measure" text NOT NULL,
	CONSTRAINT "award_quota_bloc_id_id_no_pk" PRIMARY KEY("bloc_id","id","no")
);
--> statement-breakpoint
ALTER TABLE "award_quota" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestone" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"source" jsonb,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	CONSTRAINT "milestone_bloc_id_id_no_pk" PRIMARY KEY("bloc_id","id","no"),
	CONSTRAINT "milestone_span" CHECK (starts_on is null or ends_on is null or starts_on <= ends_on)
);
--> statement-breakpoint
ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_document" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"record" jsonb NOT NULL,
	"read_by" uuid NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "plan_document_bloc_id_id_pk" PRIMARY KEY("bloc_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "target" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"source" jsonb,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"scope" text NOT NULL,
	"metric" text NOT NULL,
	"operator" text NOT NULL,
	"low" numeric,
	"high" numeric,
	"measure" text,
	"period" text,
	"due_on" date,
	"raw" text NOT NULL,
	CONSTRAINT "target_bloc_id_id_no_pk" PRIMARY KEY("bloc_id","id","no"),
	CONSTRAINT "target_range" CHECK ((operator = 'between') = (high is not null) and (high is null or low <= high))
);
--> statement-breakpoint
ALTER TABLE "target" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "inbox_file" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "inbox_file" ADD COLUMN "unread" text;--> statement-breakpoint
ALTER TABLE "award_quota" ADD CONSTRAINT "award_quota_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_quota" ADD CONSTRAINT "award_quota_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_document" ADD CONSTRAINT "plan_document_bloc_id_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_document" ADD CONSTRAINT "plan_document_read_by_person_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_document_of" ON "plan_document" USING btree ("bloc_id","sha256");--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "award_quota" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "milestone" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "plan_document" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "target" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);