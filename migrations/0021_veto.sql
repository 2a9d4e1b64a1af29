CREATE TABLE "veto" (
	"bloc_id" bigint NOT NULL,
	"season_id" uuid NOT NULL,
	"vetoed_unit_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"seq" integer NOT NULL,
	"reason" text,
	"source" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "veto_bloc_id_season_id_vetoed_unit_id_no_seq_pk" PRIMARY KEY("bloc_id","season_id","vetoed_unit_id","no","seq")
);
--> statement-breakpoint
ALTER TABLE "veto" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "veto" ADD CONSTRAINT "veto_bloc_id_season_id_season_bloc_id_id_fk" FOREIGN KEY ("bloc_id","season_id") REFERENCES "public"."season"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "veto" ADD CONSTRAINT "veto_bloc_id_vetoed_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","vetoed_unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "veto" ADD CONSTRAINT "veto_bloc_id_unit_id_unit_bloc_id_id_fk" FOREIGN KEY ("bloc_id","unit_id") REFERENCES "public"."unit"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "veto" ADD CONSTRAINT "veto_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "veto" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);