CREATE TABLE "submission_decision" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submission_decision_bloc_id_id_pk" PRIMARY KEY("bloc_id","id"),
	CONSTRAINT "submission_decision_reason" CHECK (kind <> 'sent_back' or reason is not null)
);
--> statement-breakpoint
ALTER TABLE "submission_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "undo" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"inverse" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "undo_bloc_id_id_pk" PRIMARY KEY("bloc_id","id")
);
--> statement-breakpoint
ALTER TABLE "undo" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "absence" (
	"bloc_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stand_in_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "absence_bloc_id_id_pk" PRIMARY KEY("bloc_id","id")
);
--> statement-breakpoint
ALTER TABLE "absence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "group_code" (
	"bloc_id" bigint NOT NULL,
	"code_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "group_code_bloc_id_code_hash_pk" PRIMARY KEY("bloc_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "group_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "channel" text DEFAULT 'chat' NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_decision" ADD CONSTRAINT "submission_decision_bloc_id_submission_id_submission_bloc_id_id_fk" FOREIGN KEY ("bloc_id","submission_id") REFERENCES "public"."submission"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_decision" ADD CONSTRAINT "submission_decision_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo" ADD CONSTRAINT "undo_bloc_id_bloc_bloc_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."bloc"("bloc_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_bloc_id_bloc_bloc_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."bloc"("bloc_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_stand_in_id_person_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_code" ADD CONSTRAINT "group_code_bloc_id_bloc_bloc_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."bloc"("bloc_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submission_decision_of" ON "submission_decision" USING btree ("bloc_id","submission_id");--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "submission_decision" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "undo" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "absence" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "group_code" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);