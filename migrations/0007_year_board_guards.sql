DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['announcement', 'announcement_unit', 'feedback', 'feedback_entry', 'document', 'ballot',
		'ballot_box', 'ballot_tally', 'ballot_decision'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT, INSERT ON %I TO tlk_app', name);
	END LOOP;
	FOREACH name IN ARRAY ARRAY['announcement_unit', 'feedback', 'document', 'ballot', 'ballot_box'] LOOP
		EXECUTE format('GRANT UPDATE ON %I TO tlk_app', name);
	END LOOP;
END
$$;
