DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['target_owner', 'target_report', 'initiative', 'initiative_revision', 'registration',
		'season_phase', 'season_choice', 'exemplar', 'exemplar_revision', 'campaign_activity', 'meeting', 'meeting_unit',
		'meeting_decision', 'award_proposal', 'award_step'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT, INSERT ON %I TO tlk_app', name);
	END LOOP;
END
$$;--> statement-breakpoint
-- What somebody looks at is no history.
GRANT UPDATE, DELETE ON season_choice TO tlk_app;--> statement-breakpoint
GRANT UPDATE (held_at, cancelled_at) ON meeting TO tlk_app;--> statement-breakpoint
GRANT UPDATE (answer, answered_by, answered_at, attended) ON meeting_unit TO tlk_app;
