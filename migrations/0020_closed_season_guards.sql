-- A closed season is only read. Writers of its rows hold this shared, whoever closes it holds it alone: what the
-- archive was made of is all there is.
CREATE FUNCTION season_lock(bloc bigint, season uuid, alone boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	name bigint := hashtextextended('season|' || bloc || '|' || season, 11);
BEGIN
	IF alone THEN PERFORM pg_advisory_xact_lock(name); ELSE PERFORM pg_advisory_xact_lock_shared(name); END IF;
END
$$;--> statement-breakpoint
CREATE FUNCTION season_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM season_lock(new.bloc_id, new.id, true);
	RETURN new;
END
$$;--> statement-breakpoint
CREATE TRIGGER season_closing BEFORE UPDATE OF closed_at ON season FOR EACH ROW EXECUTE FUNCTION season_closing();--> statement-breakpoint
-- Arguments: the way from the row to its season, as pairs of a table and the column that names its id.
CREATE FUNCTION season_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	row jsonb := to_jsonb(coalesce(new, old));
	bloc bigint := (row ->> 'bloc_id')::bigint;
	season_id uuid;
BEGIN
	FOR step IN 0 .. tg_nargs / 2 - 1 LOOP
		EXECUTE format('SELECT to_jsonb(p) FROM %I p WHERE p.bloc_id = $1 AND p.id = $2 LIMIT 1', tg_argv[2 * step])
			INTO row USING bloc, (row ->> tg_argv[2 * step + 1])::uuid;
	END LOOP;
	season_id := (row ->> 'season_id')::uuid;
	-- What has no season is the foreign key's to refuse.
	IF season_id IS NULL THEN RETURN coalesce(new, old); END IF;
	PERFORM season_lock(bloc, season_id, false);
	IF EXISTS (SELECT FROM season s WHERE s.bloc_id = bloc AND s.id = season_id AND s.closed_at IS NOT NULL) THEN
		RAISE EXCEPTION 'this season is closed' USING ERRCODE = 'TLK04';
	END IF;
	RETURN coalesce(new, old);
END
$$;--> statement-breakpoint
DO $$
DECLARE
	name text;
	way text[];
BEGIN
	FOREACH name IN ARRAY ARRAY['announcement', 'award_proposal', 'award_quota', 'deadline', 'document', 'exemplar',
		'feedback', 'initiative', 'meeting', 'milestone', 'obligation', 'registration', 'score_table', 'season_phase',
		'sheet', 'submission', 'table_draft', 'target'] LOOP
		EXECUTE format('CREATE TRIGGER season_guard BEFORE INSERT OR UPDATE OR DELETE ON %I
			FOR EACH ROW EXECUTE FUNCTION season_guard()', name);
	END LOOP;
	FOREACH way SLICE 1 IN ARRAY ARRAY[
		['appeal', 'sheet', 'sheet_id'], ['award_step', 'award_proposal', 'proposal_id'],
		['ballot_box', 'ballot', 'ballot_id'], ['ballot_decision', 'ballot', 'ballot_id'],
		['ballot_tally', 'ballot', 'ballot_id'], ['campaign_activity', 'milestone', 'milestone_id'],
		['criterion', 'score_table', 'table_id'], ['deadline_revision', 'deadline', 'deadline_id'],
		['evidence', 'sheet', 'sheet_id'], ['exemplar_revision', 'exemplar', 'exemplar_id'],
		['explanation', 'sheet', 'sheet_id'], ['extension', 'obligation', 'obligation_id'],
		['feedback_entry', 'feedback', 'feedback_id'], ['initiative_revision', 'initiative', 'initiative_id'],
		['meeting_decision', 'meeting', 'meeting_id'], ['meeting_unit', 'meeting', 'meeting_id'],
		['score_entry', 'sheet', 'sheet_id'], ['scoring_act', 'score_table', 'table_id'],
		['sheet_move', 'sheet', 'sheet_id'], ['submission_decision', 'submission', 'submission_id'],
		['submission_file', 'submission', 'submission_id'], ['target_owner', 'target', 'target_id'],
		['target_report', 'target', 'target_id'], ['unit_fact', 'score_table', 'table_id'],
		['verdict', 'sheet', 'sheet_id'], ['verifier', 'score_table', 'table_id']] LOOP
		EXECUTE format('CREATE TRIGGER season_guard BEFORE INSERT OR UPDATE OR DELETE ON %I
			FOR EACH ROW EXECUTE FUNCTION season_guard(%L, %L)', way[1], way[2], way[3]);
	END LOOP;
END
$$;--> statement-breakpoint
CREATE TRIGGER season_guard BEFORE INSERT OR UPDATE OR DELETE ON appeal_decision
	FOR EACH ROW EXECUTE FUNCTION season_guard('appeal', 'appeal_id', 'sheet', 'sheet_id');--> statement-breakpoint
-- Of those who voted a name may go at its bearer's request, also later.
CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE OF state, counts, closed_at ON ballot
	FOR EACH ROW EXECUTE FUNCTION season_guard();
