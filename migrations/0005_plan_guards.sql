DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['plan_document', 'target', 'milestone', 'award_quota'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT, INSERT ON %I TO tlk_app', name);
	END LOOP;
END
$$;--> statement-breakpoint
-- What was read stays as it was read; only that it was taken over is noted.
GRANT UPDATE (applied_at) ON plan_document TO tlk_app;
