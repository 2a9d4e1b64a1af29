CREATE TABLE "link" (
	"bloc_id" bigint NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"subject" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "link_bloc_id_token_hash_pk" PRIMARY KEY("bloc_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "link_file" (
	"bloc_id" bigint NOT NULL,
	"token_hash" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "link_file_bloc_id_token_hash_position_pk" PRIMARY KEY("bloc_id","token_hash","position")
);
--> statement-breakpoint
ALTER TABLE "link_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_code" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "message_count" (
	"platform" text NOT NULL,
	"bot_id" text NOT NULL,
	"month" text NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "message_count_platform_bot_id_month_pk" PRIMARY KEY("platform","bot_id","month")
);
--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_bloc_id_bloc_bloc_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."bloc"("bloc_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_file" ADD CONSTRAINT "link_file_bloc_id_token_hash_link_bloc_id_token_hash_fk" FOREIGN KEY ("bloc_id","token_hash") REFERENCES "public"."link"("bloc_id","token_hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_code" ADD CONSTRAINT "account_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_expires" ON "link" USING btree ("bloc_id","expires_at");--> statement-breakpoint
CREATE INDEX "outbox_numbered" ON "outbox" USING btree ("platform","bot_id","chat_id","id" DESC NULLS LAST) WHERE platform = 'zalo' and body ? 'options';--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "link" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);--> statement-breakpoint
CREATE POLICY "own_bloc_only" ON "link_file" AS PERMISSIVE FOR ALL TO public USING (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint) WITH CHECK (bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint);