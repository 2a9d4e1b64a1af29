DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['scoring_act', 'sheet_move', 'verifier', 'verdict', 'explanation', 'evidence', 'appeal',
		'appeal_decision', 'unit_fact'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT, INSERT ON %I TO tlk_app', name);
	END LOOP;
END
$$;--> statement-breakpoint
GRANT UPDATE (taken_back_at, taken_back_by) ON evidence TO tlk_app;--> statement-breakpoint
-- Writers of a table's scores hold this shared, whoever closes or publishes holds it alone: what he saw is all there is.
CREATE FUNCTION scoring_lock(bloc bigint, scored_table uuid, alone boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	name bigint := hashtextextended('scoring|' || bloc || '|' || scored_table, 7);
BEGIN
	IF alone THEN PERFORM pg_advisory_xact_lock(name); ELSE PERFORM pg_advisory_xact_lock_shared(name); END IF;
END
$$;--> statement-breakpoint
CREATE FUNCTION scoring_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	row jsonb := to_jsonb(new);
	published scoring_act%ROWTYPE;
	self_closed boolean;
	last_move text;
BEGIN
	PERFORM scoring_lock(new.bloc_id, new.table_id, tg_table_name = 'scoring_act');
	SELECT * INTO published FROM scoring_act a
		WHERE a.bloc_id = new.bloc_id AND a.table_id = new.table_id AND a.kind = 'published';
	IF tg_table_name = 'appeal' THEN
		IF published IS NULL THEN
			RAISE EXCEPTION 'no scores are published yet' USING ERRCODE = 'TLK02';
		END IF;
		IF (new.made_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > published.appeal_until THEN
			RAISE EXCEPTION 'the time for appeals is over' USING ERRCODE = 'TLK02';
		END IF;
		RETURN new;
	END IF;
	IF published.seq IS NOT NULL THEN
		IF tg_table_name = 'verdict' AND row ->> 'stage' = 'appeal' AND EXISTS (SELECT FROM appeal p
			WHERE p.bloc_id = new.bloc_id AND p.id = (row ->> 'appeal_id')::uuid
				AND p.sheet_id = (row ->> 'sheet_id')::uuid AND p.criterion_key = row ->> 'criterion_key'
				AND NOT EXISTS (SELECT FROM appeal_decision d WHERE d.bloc_id = p.bloc_id AND d.appeal_id = p.id)) THEN
			NULL;
		ELSE
			RAISE EXCEPTION 'these scores are published and locked' USING ERRCODE = 'TLK01';
		END IF;
	END IF;
	IF tg_table_name = 'verdict' AND EXISTS (SELECT FROM sheet s
		WHERE s.bloc_id = new.bloc_id AND s.id = (row ->> 'sheet_id')::uuid AND s.unit_id = (row ->> 'unit_id')::uuid) THEN
		RAISE EXCEPTION 'nobody verifies the own unit' USING ERRCODE = 'TLK03';
	END IF;
	IF tg_table_name = 'score_entry' THEN
		SELECT m.kind INTO last_move FROM sheet_move m
			WHERE m.bloc_id = new.bloc_id AND m.sheet_id = (row ->> 'sheet_id')::uuid ORDER BY m.seq DESC LIMIT 1;
		SELECT a.kind = 'self_closed' INTO self_closed FROM scoring_act a WHERE a.bloc_id = new.bloc_id
			AND a.table_id = new.table_id AND a.kind IN ('self_closed', 'self_reopened') ORDER BY a.seq DESC LIMIT 1;
		IF last_move IS NULL AND self_closed THEN
			RAISE EXCEPTION 'self scoring is closed' USING ERRCODE = 'TLK01';
		END IF;
		IF last_move = 'returned' AND (SELECT v.kind FROM verdict v WHERE v.bloc_id = new.bloc_id
			AND v.sheet_id = (row ->> 'sheet_id')::uuid AND v.criterion_key = row ->> 'criterion_key'
			ORDER BY v.version DESC LIMIT 1) IS DISTINCT FROM 'returned' OR last_move <> 'returned' THEN
			RAISE EXCEPTION 'this criterion is with the verifier' USING ERRCODE = 'TLK01';
		END IF;
	END IF;
	RETURN new;
END
$$;--> statement-breakpoint
DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['score_entry', 'scoring_act', 'sheet_move', 'verifier', 'verdict', 'explanation',
		'evidence', 'appeal', 'unit_fact'] LOOP
		EXECUTE format('CREATE TRIGGER scoring_guard BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION scoring_guard()', name);
	END LOOP;
END
$$;
