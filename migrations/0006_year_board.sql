CREATE TABLE "ballot" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"mode" text NOT NULL,
	"title" text NOT NULL,
	"rules" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"electors" jsonb NOT NULL,
	"round" integer NOT NULL,
	"previous_id" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"counts" jsonb,
	CONSTRAINT "ballot_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "ballot_no_once" UNIQUE("bloc_id","no"),
	CONSTRAINT "ballot_next_once" UNIQUE("bloc_id","previous_id"),
	CONSTRAINT "ballot_counted" CHECK ((state = 'closed') = (counts is not null))
);
--> statement-breakpoint
ALTER TABLE "ballot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ballot_box" (
	"bloc_id" bigint NOT NULL,
	"ballot_id" uuid NOT NULL,
	"voted" jsonb NOT NULL,
	"papers" jsonb NOT NULL,
	CONSTRAINT "ballot_box_bloc_id_ballot_id_pk" PRIMARY KEY("bloc_id","ballot_id")
);
--> statement-breakpoint
ALTER TABLE "ballot_box" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ballot_decision" (
	"bloc_id" bigint NOT NULL,
	"ballot_id" uuid NOT NULL,
	"chosen" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballot_decision_bloc_id_ballot_id_pk" PRIMARY KEY("bloc_id","ballot_id")
);
--> statement-breakpoint
ALTER TABLE "ballot_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ballot_tally" (
	"bloc_id" bigint NOT NULL,
	"ballot_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballot_tally_bloc_id_ballot_id_person_id_version_pk" PRIMARY KEY("bloc_id","ballot_id","person_id","version")
);
--> statement-breakpoint
ALTER TABLE "ballot_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "announcement" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"body" text NOT NULL,
	"file_sha256" text,
	"file_name" text,
	"file_mime" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announcement_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "announcement_no_once" UNIQUE("bloc_id","no"),
	CONSTRAINT "announcement_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "announcement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "announcement_unit" (
	"bloc_id" bigint NOT NULL,
	"announcement_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"read_by" uuid,
	"read_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "announcement_unit_bloc_id_announcement_id_unit_id_pk" PRIMARY KEY("bloc_id","announcement_id","unit_id"),
	CONSTRAINT "announcement_read" CHECK (num_nulls(read_by, read_at) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "announcement_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"issued_on" date,
	"file_sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"file_mime" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "document_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "document_no_once" UNIQUE("bloc_id","no"),
	CONSTRAINT "document_removed" CHECK (num_nulls(removed_by, removed_at) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feedback" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "feedback_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "feedback_no_once" UNIQUE("bloc_id","no"),
	CONSTRAINT "feedback_closed" CHECK (num_nulls(closed_by, closed_at) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feedback_entry" (
	"bloc_id" bigint NOT NULL,
	"feedback_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"side" text NOT NULL,
	"body" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feedback_entry_bloc_id_feedback_id_no_pk" PRIMARY KEY("bloc_id","feedback_id","no")
);
--> statement-breakpoint
ALTER TABLE "feedback_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "noticed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_bloc_id_previous_id_ballot_bloc_id_id_fk" FOREIGN KEY ("bloc_id","previous_id") REFERENCES "public"."ballot"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_box" ADD CONSTRAINT "ballot_box_bloc_id_ballot_id_ballot_bloc_id_id_fk" FOREIGN KEY ("bloc_id","ballot_id") REFERENCES "public"."ballot"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decision" ADD CONSTRAINT "ballot_decision_bloc_id_ballot_id_ballot_bloc_id_id_fk" FOREIGN KEY ("bloc_id","ballot_id") REFERENCES "public"."ballot"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decision" ADD CONSTRAINT "ballot_decision_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_tally" ADD CONSTRAINT "ballot_tally_bloc_id_ballot_id_ballot_bloc_id_id_fk" FOREIGN KEY ("bloc_id","ballot_id") REFERENCES "public"."ballot"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_tally" ADD CONSTRAINT "ballot_tally_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_unit" ADD CONSTRAINT "announcement_unit_bloc_id_announcement_id_announcement_bloc_id_id_fk" FOREIGN KEY ("bloc_id","announcement_id") REFERENCES "public"."announcement"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_unit" ADD CONSTRAINT "announcement_unit_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_unit" ADD CONSTRAINT "announcement_unit_read_by_person_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_entry" ADD CONSTRAINT "feedback_entry_bloc_id_feedback_id_feedback_bloc_id_id_fk" FOREIGN KEY ("bloc_id","feedback_id") REFERENCES "public"."feedback"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_entry" ADD CONSTRAINT "feedback_entry_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_file" ON "document" USING btree ("bloc_id","file_sha256");--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "ballot" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "ballot_box" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "ballot_decision" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "ballot_tally" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "announcement" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "announcement_unit" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "document" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "feedback" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "feedback_entry" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);