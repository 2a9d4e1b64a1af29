-- What was told before, out of the table's facts into the season's.
ALTER TABLE unit_fact NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE score_table NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO veto (bloc_id, season_id, vetoed_unit_id, no, seq, reason, source, unit_id, made_by, made_at)
	SELECT f.bloc_id, t.season_id, f.scored_unit_id, f.key::integer, f.seq, f.value, f.source, f.unit_id, f.made_by, f.made_at
	FROM unit_fact f JOIN score_table t ON t.bloc_id = f.bloc_id AND t.id = f.table_id
	WHERE f.kind = 'knockout' AND t.version = (SELECT max(n.version) FROM score_table n
		WHERE n.bloc_id = t.bloc_id AND n.season_id = t.season_id);--> statement-breakpoint
ALTER TABLE unit_fact FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE score_table FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE veto FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON veto TO tlk_app;--> statement-breakpoint
-- Where the season has scores, who is considered is settled when they are published, like the points.
CREATE FUNCTION veto_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	scored uuid;
BEGIN
	SELECT t.id INTO scored FROM score_table t WHERE t.bloc_id = new.bloc_id AND t.season_id = new.season_id
		ORDER BY t.version DESC LIMIT 1;
	IF scored IS NOT NULL THEN
		PERFORM scoring_lock(new.bloc_id, scored, false);
		IF EXISTS (SELECT FROM scoring_act a WHERE a.bloc_id = new.bloc_id AND a.table_id = scored AND a.kind = 'published') THEN
			RAISE EXCEPTION 'these scores are published and locked' USING ERRCODE = 'TLK01';
		END IF;
	END IF;
	RETURN new;
END
$$;--> statement-breakpoint
CREATE TRIGGER veto_guard BEFORE INSERT ON veto FOR EACH ROW EXECUTE FUNCTION veto_guard();--> statement-breakpoint
CREATE TRIGGER season_guard BEFORE INSERT OR UPDATE OR DELETE ON veto FOR EACH ROW EXECUTE FUNCTION season_guard();
