CREATE TABLE "ballot_publication" (
	"bloc_id" bigint NOT NULL,
	"ballot_id" uuid NOT NULL,
	"what" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballot_publication_bloc_id_ballot_id_what_pk" PRIMARY KEY("bloc_id","ballot_id","what")
);
--> statement-breakpoint
ALTER TABLE "ballot_publication" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ballot_publication" ADD CONSTRAINT "ballot_publication_bloc_id_ballot_id_ballot_bloc_id_id_fk" FOREIGN KEY ("bloc_id","ballot_id") REFERENCES "public"."ballot"("bloc_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_publication" ADD CONSTRAINT "ballot_publication_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "ballot_publication" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);