DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['submission_decision', 'group_code', 'absence', 'undo'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT, INSERT ON %I TO tlk_app', name);
	END LOOP;
	FOREACH name IN ARRAY ARRAY['group_code', 'absence', 'undo'] LOOP
		EXECUTE format('GRANT UPDATE ON %I TO tlk_app', name);
	END LOOP;
END
$$;
