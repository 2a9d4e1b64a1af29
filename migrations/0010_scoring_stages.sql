CREATE TABLE "appeal" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"table_id" uuid NOT NULL,
	"criterion_key" text NOT NULL,
	"text" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appeal_bloc_id_id_pk" PRIMARY KEY("bloc_id","id")
);
--> statement-breakpoint
ALTER TABLE "appeal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appeal_decision" (
	"bloc_id" bigint NOT NULL,
	"appeal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appeal_decision_bloc_id_appeal_id_pk" PRIMARY KEY("bloc_id","appeal_id")
);
--> statement-breakpoint
ALTER TABLE "appeal_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"table_id" uuid NOT NULL,
	"criterion_key" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"sha256" text,
	"mime" text,
	"taken_back_at" timestamp (3) with time zone,
	"taken_back_by" uuid,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evidence_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "evidence_file" CHECK ((kind = 'file') = (sha256 is not null and mime is not null))
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "explanation" (
	"bloc_id" bigint NOT NULL,
	"sheet_id" uuid NOT NULL,
	"table_id" uuid NOT NULL,
	"criterion_key" text NOT NULL,
	"verdict_version" integer NOT NULL,
	"text" text,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "explanation_bloc_id_sheet_id_criterion_key_verdict_version_pk" PRIMARY KEY("bloc_id","sheet_id","criterion_key","verdict_version")
);
--> statement-breakpoint
ALTER TABLE "explanation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scoring_act" (
	"bloc_id" bigint NOT NULL,
	"table_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"appeal_until" date,
	"facts" jsonb,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scoring_act_bloc_id_table_id_seq_pk" PRIMARY KEY("bloc_id","table_id","seq"),
	CONSTRAINT "scoring_act_facts" CHECK ((kind = 'published') = (facts is not null))
);
--> statement-breakpoint
ALTER TABLE "scoring_act" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sheet_move" (
	"bloc_id" bigint NOT NULL,
	"sheet_id" uuid NOT NULL,
	"table_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sheet_move_bloc_id_sheet_id_seq_pk" PRIMARY KEY("bloc_id","sheet_id","seq")
);
--> statement-breakpoint
ALTER TABLE "sheet_move" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_fact" (
	"bloc_id" bigint NOT NULL,
	"table_id" uuid NOT NULL,
	"scored_unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"seq" integer NOT NULL,
	"value" text,
	"source" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_fact_bloc_id_table_id_scored_unit_id_kind_key_seq_pk" PRIMARY KEY("bloc_id","table_id","scored_unit_id","kind","key","seq")
);
--> statement-breakpoint
ALTER TABLE "unit_fact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verdict" (
	"bloc_id" bigint NOT NULL,
	"sheet_id" uuid NOT NULL,
	"table_id" uuid NOT NULL,
	"criterion_key" text NOT NULL,
	"version" integer NOT NULL,
	"stage" text NOT NULL,
	"kind" text NOT NULL,
	"value" jsonb,
	"entry_version" integer NOT NULL,
	"reason" text,
	"appeal_id" uuid,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verdict_bloc_id_sheet_id_criterion_key_version_pk" PRIMARY KEY("bloc_id","sheet_id","criterion_key","version"),
	CONSTRAINT "verdict_value" CHECK ((kind = 'changed') = (value is not null)),
	CONSTRAINT "verdict_reason" CHECK (kind = 'agreed' or reason is not null),
	CONSTRAINT "verdict_appeal" CHECK ((stage = 'appeal') = (appeal_id is not null))
);
--> statement-breakpoint
ALTER TABLE "verdict" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifier" (
	"bloc_id" bigint NOT NULL,
	"table_id" uuid NOT NULL,
	"scored_unit_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"verifier_unit_id" uuid,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verifier_bloc_id_table_id_scored_unit_id_seq_pk" PRIMARY KEY("bloc_id","table_id","scored_unit_id","seq"),
	CONSTRAINT "verifier_not_own" CHECK (verifier_unit_id is null or verifier_unit_id <> scored_unit_id)
);
--> statement-breakpoint
ALTER TABLE "verifier" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_fk" FOREIGN KEY ("bloc_id","sheet_id","table_id") REFERENCES "public"."sheet"("bloc_id","id","table_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_bloc_id_table_id_criterion_key_criterion_bloc_id_table_id_key_fk" FOREIGN KEY ("bloc_id","table_id","criterion_key") REFERENCES "public"."criterion"("bloc_id","table_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_decision" ADD CONSTRAINT "appeal_decision_bloc_id_appeal_id_appeal_bloc_id_id_fk" FOREIGN KEY ("bloc_id","appeal_id") REFERENCES "public"."appeal"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_decision" ADD CONSTRAINT "appeal_decision_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_decision" ADD CONSTRAINT "appeal_decision_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_fk" FOREIGN KEY ("bloc_id","sheet_id","table_id") REFERENCES "public"."sheet"("bloc_id","id","table_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_bloc_id_table_id_criterion_key_criterion_bloc_id_table_id_key_fk" FOREIGN KEY ("bloc_id","table_id","criterion_key") REFERENCES "public"."criterion"("bloc_id","table_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_bloc_id_sha256_file_bloc_id_sha256_fk" FOREIGN KEY ("bloc_id","sha256") REFERENCES "public"."file"("bloc_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_taken_back_by_person_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_bloc_id_sheet_id_criterion_key_verdict_version_verdict_bloc_id_sheet_id_criterion_key_version_fk" FOREIGN KEY ("bloc_id","sheet_id","criterion_key","verdict_version") REFERENCES "public"."verdict"("bloc_id","sheet_id","criterion_key","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_act" ADD CONSTRAINT "scoring_act_bloc_id_table_id_score_table_bloc_id_id_fk" FOREIGN KEY ("bloc_id","table_id") REFERENCES "public"."score_table"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_act" ADD CONSTRAINT "scoring_act_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_act" ADD CONSTRAINT "scoring_act_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_move" ADD CONSTRAINT "sheet_move_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_fk" FOREIGN KEY ("bloc_id","sheet_id","table_id") REFERENCES "public"."sheet"("bloc_id","id","table_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_move" ADD CONSTRAINT "sheet_move_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_move" ADD CONSTRAINT "sheet_move_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_fact" ADD CONSTRAINT "unit_fact_bloc_id_table_id_score_table_bloc_id_id_fk" FOREIGN KEY ("bloc_id","table_id") REFERENCES "public"."score_table"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_fact" ADD CONSTRAINT "unit_fact_bloc_id_scored_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","scored_unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_fact" ADD CONSTRAINT "unit_fact_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_fact" ADD CONSTRAINT "unit_fact_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_fk" FOREIGN KEY ("bloc_id","sheet_id","table_id") REFERENCES "public"."sheet"("bloc_id","id","table_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_bloc_id_table_id_criterion_key_criterion_bloc_id_table_id_key_fk" FOREIGN KEY ("bloc_id","table_id","criterion_key") REFERENCES "public"."criterion"("bloc_id","table_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_bloc_id_appeal_id_appeal_bloc_id_id_fk" FOREIGN KEY ("bloc_id","appeal_id") REFERENCES "public"."appeal"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifier" ADD CONSTRAINT "verifier_bloc_id_table_id_score_table_bloc_id_id_fk" FOREIGN KEY ("bloc_id","table_id") REFERENCES "public"."score_table"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifier" ADD CONSTRAINT "verifier_bloc_id_scored_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","scored_unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifier" ADD CONSTRAINT "verifier_bloc_id_verifier_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","verifier_unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifier" ADD CONSTRAINT "verifier_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifier" ADD CONSTRAINT "verifier_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeal_of" ON "appeal" USING btree ("bloc_id","table_id");--> statement-breakpoint
CREATE INDEX "evidence_of" ON "evidence" USING btree ("bloc_id","sheet_id","criterion_key");--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "appeal" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "appeal_decision" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "evidence" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "explanation" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "scoring_act" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "sheet_move" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "unit_fact" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "verdict" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "verifier" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);