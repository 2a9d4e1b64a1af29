CREATE TABLE "initiative" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "initiative_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "initiative_number_once" UNIQUE("bloc_id","number")
);
--> statement-breakpoint
ALTER TABLE "initiative" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_revision" (
	"bloc_id" bigint NOT NULL,
	"initiative_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"title" text NOT NULL,
	"people" text,
	"benefit" text,
	"basis" text,
	"state" text NOT NULL,
	"file_sha256" text,
	"file_name" text,
	"file_mime" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "initiative_revision_bloc_id_initiative_id_no_pk" PRIMARY KEY("bloc_id","initiative_id","no"),
	CONSTRAINT "initiative_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "initiative_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "registration" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"titles" text NOT NULL,
	"pledge_number" text,
	"pledged_on" date,
	"file_sha256" text,
	"file_name" text,
	"file_mime" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "registration_bloc_id_season_id_unit_id_no_pk" PRIMARY KEY("bloc_id","season_id","unit_id","no"),
	CONSTRAINT "registration_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "registration" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "season_choice" (
	"bloc_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"season_id" uuid NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "season_choice_bloc_id_person_id_pk" PRIMARY KEY("bloc_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "season_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "season_phase" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"phase" text NOT NULL,
	"day" date NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "season_phase_bloc_id_season_id_no_pk" PRIMARY KEY("bloc_id","season_id","no")
);
--> statement-breakpoint
ALTER TABLE "season_phase" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "target_owner" (
	"bloc_id" bigint NOT NULL,
	"target_id" uuid NOT NULL,
	"target_no" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"state" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_owner_bloc_id_target_id_unit_id_no_pk" PRIMARY KEY("bloc_id","target_id","unit_id","no")
);
--> statement-breakpoint
ALTER TABLE "target_owner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "target_report" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"target_no" integer NOT NULL,
	"unit_id" uuid,
	"value" numeric NOT NULL,
	"as_of" date NOT NULL,
	"source" text,
	"file_sha256" text,
	"file_name" text,
	"file_mime" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_report_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "target_report_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "target_report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "award_proposal" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"award" text NOT NULL,
	"quota_id" uuid,
	"quota_no" integer,
	"unit_id" uuid NOT NULL,
	"subject" text,
	"basis" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "award_proposal_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "award_proposal_number_once" UNIQUE("bloc_id","number"),
	CONSTRAINT "award_proposal_quota" CHECK (num_nulls(quota_id, quota_no) in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "award_proposal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "award_step" (
	"bloc_id" bigint NOT NULL,
	"proposal_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"file_sha256" text,
	"file_name" text,
	"file_mime" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "award_step_bloc_id_proposal_id_no_pk" PRIMARY KEY("bloc_id","proposal_id","no"),
	CONSTRAINT "award_step_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "award_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "campaign_activity" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"milestone_id" uuid NOT NULL,
	"milestone_no" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"body" text NOT NULL,
	"done_on" date NOT NULL,
	"file_sha256" text,
	"file_name" text,
	"file_mime" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaign_activity_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "campaign_activity_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "campaign_activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exemplar" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exemplar_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "exemplar_number_once" UNIQUE("bloc_id","number")
);
--> statement-breakpoint
ALTER TABLE "exemplar" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exemplar_revision" (
	"bloc_id" bigint NOT NULL,
	"exemplar_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	"merit" text,
	"stage" text NOT NULL,
	"caretaker" text,
	"due_on" date,
	"file_sha256" text,
	"file_name" text,
	"file_mime" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exemplar_revision_bloc_id_exemplar_id_no_pk" PRIMARY KEY("bloc_id","exemplar_id","no"),
	CONSTRAINT "exemplar_file" CHECK (num_nulls(file_sha256, file_name, file_mime) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "exemplar_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"place" text,
	"agenda" text,
	"held_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "meeting_number_once" UNIQUE("bloc_id","number")
);
--> statement-breakpoint
ALTER TABLE "meeting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_decision" (
	"bloc_id" bigint NOT NULL,
	"meeting_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"body" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_decision_bloc_id_meeting_id_no_pk" PRIMARY KEY("bloc_id","meeting_id","no")
);
--> statement-breakpoint
ALTER TABLE "meeting_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_unit" (
	"bloc_id" bigint NOT NULL,
	"meeting_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"attended" boolean,
	CONSTRAINT "meeting_unit_bloc_id_meeting_id_unit_id_pk" PRIMARY KEY("bloc_id","meeting_id","unit_id"),
	CONSTRAINT "meeting_answered" CHECK (num_nulls(answer, answered_by, answered_at) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "meeting_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_revision" ADD CONSTRAINT "initiative_revision_bloc_id_initiative_id_initiative_bloc_id_id_fk" FOREIGN KEY ("bloc_id","initiative_id") REFERENCES "public"."initiative"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_revision" ADD CONSTRAINT "initiative_revision_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_revision" ADD CONSTRAINT "initiative_revision_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_choice" ADD CONSTRAINT "season_choice_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_choice" ADD CONSTRAINT "season_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_phase" ADD CONSTRAINT "season_phase_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_phase" ADD CONSTRAINT "season_phase_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_owner" ADD CONSTRAINT "target_owner_bloc_id_target_id_target_no_target_bloc_id_id_no_fk" FOREIGN KEY ("bloc_id","target_id","target_no") REFERENCES "public"."target"("bloc_id","id","no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_owner" ADD CONSTRAINT "target_owner_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_owner" ADD CONSTRAINT "target_owner_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_report" ADD CONSTRAINT "target_report_bloc_id_target_id_target_no_target_bloc_id_id_no_fk" FOREIGN KEY ("bloc_id","target_id","target_no") REFERENCES "public"."target"("bloc_id","id","no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_report" ADD CONSTRAINT "target_report_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_report" ADD CONSTRAINT "target_report_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_report" ADD CONSTRAINT "target_report_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_bloc_id_quota_id_quota_no_award_quota_bloc_id_id_no_fk" FOREIGN KEY ("bloc_id","quota_id","quota_no") REFERENCES "public"."award_quota"("bloc_id","id","no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_step" ADD CONSTRAINT "award_step_bloc_id_proposal_id_award_proposal_bloc_id_id_fk" FOREIGN KEY ("bloc_id","proposal_id") REFERENCES "public"."award_proposal"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_step" ADD CONSTRAINT "award_step_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_step" ADD CONSTRAINT "award_step_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_activity" ADD CONSTRAINT "campaign_activity_bloc_id_milestone_id_milestone_no_milestone_bloc_id_id_no_fk" FOREIGN KEY ("bloc_id","milestone_id","milestone_no") REFERENCES "public"."milestone"("bloc_id","id","no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_activity" ADD CONSTRAINT "campaign_activity_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_activity" ADD CONSTRAINT "campaign_activity_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_activity" ADD CONSTRAINT "campaign_activity_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemplar_revision" ADD CONSTRAINT "exemplar_revision_bloc_id_exemplar_id_exemplar_bloc_id_id_fk" FOREIGN KEY ("bloc_id","exemplar_id") REFERENCES "public"."exemplar"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemplar_revision" ADD CONSTRAINT "exemplar_revision_bloc_id_file_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","file_sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemplar_revision" ADD CONSTRAINT "exemplar_revision_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_bloc_id_meeting_id_meeting_bloc_id_id_fk" FOREIGN KEY ("bloc_id","meeting_id") REFERENCES "public"."meeting"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_unit" ADD CONSTRAINT "meeting_unit_bloc_id_meeting_id_meeting_bloc_id_id_fk" FOREIGN KEY ("bloc_id","meeting_id") REFERENCES "public"."meeting"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_unit" ADD CONSTRAINT "meeting_unit_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_unit" ADD CONSTRAINT "meeting_unit_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "initiative" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "initiative_revision" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "registration" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "season_choice" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "season_phase" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "target_owner" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "target_report" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "award_proposal" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "award_step" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "campaign_activity" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "exemplar" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "exemplar_revision" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "meeting" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "meeting_decision" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "meeting_unit" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);