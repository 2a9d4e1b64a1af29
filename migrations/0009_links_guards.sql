DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['link', 'link_file'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT, INSERT ON %I TO tlk_app', name);
	END LOOP;
END
$$;--> statement-breakpoint
GRANT UPDATE (used_at) ON link TO tlk_app;--> statement-breakpoint
-- What was uploaded may be taken back, and goes on into the inbox.
GRANT DELETE ON link_file TO tlk_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON account_code TO tlk_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON message_count TO tlk_system;--> statement-breakpoint
GRANT SELECT ON message_count TO tlk_app;
