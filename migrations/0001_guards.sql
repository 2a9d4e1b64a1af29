-- Row-level security binds the tables' owner too, and every table gets just the rights its use needs:
-- history (revisions, submissions, entries, files, audit) can be added to but neither changed nor removed.
DO $$
DECLARE
	name text;
	domain text[] := ARRAY['audit', 'audit_head', 'bloc', 'calendar_confirmation', 'counter', 'criterion', 'deadline',
		'deadline_revision', 'dialogue', 'extension', 'file', 'membership', 'obligation', 'pairing_code', 'score_entry',
		'score_table', 'season', 'sheet', 'submission', 'submission_file', 'unit', 'unit_role'];
	mutable text[] := ARRAY['bloc', 'calendar_confirmation', 'counter', 'dialogue', 'extension', 'membership',
		'obligation', 'pairing_code', 'season', 'sheet', 'unit', 'unit_role'];
	shared text[] := ARRAY['person', 'account', 'chat_binding', 'inbox', 'inbox_file', 'outbox', 'due', 'setup_code'];
BEGIN
	FOREACH name IN ARRAY domain LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT ON %I TO tlk_app', name);
		IF name <> 'audit_head' THEN
			EXECUTE format('GRANT INSERT ON %I TO tlk_app', name);
		END IF;
	END LOOP;
	FOREACH name IN ARRAY mutable LOOP
		EXECUTE format('GRANT UPDATE ON %I TO tlk_app', name);
	END LOOP;
	FOREACH name IN ARRAY shared LOOP
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tlk_app, tlk_system', name);
	END LOOP;
END
$$;--> statement-breakpoint
GRANT DELETE ON dialogue TO tlk_app;--> statement-breakpoint
GRANT SELECT ON holiday, domain_clock TO tlk_app, tlk_system;--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON holiday, domain_clock TO tlk_system;--> statement-breakpoint
GRANT USAGE ON SEQUENCE bloc_bloc_id_seq TO tlk_app;--> statement-breakpoint
-- The hash covers the previous hash and the row as one JSON array: no two different rows read the same.
CREATE FUNCTION audit_hash(prev bytea, a audit) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
	SELECT sha256(prev || convert_to(jsonb_build_array(a.bloc_id, a.seq, (extract(epoch FROM a.at) * 1000)::bigint,
		a.actor, a.action, a.subject, a.subject_id, a.detail)::text, 'UTF8'))
$$;--> statement-breakpoint
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
	head audit_head%ROWTYPE;
BEGIN
	INSERT INTO audit_head (bloc_id, seq, hash) VALUES (new.bloc_id, 0, ''::bytea) ON CONFLICT DO NOTHING;
	SELECT * INTO head FROM audit_head WHERE bloc_id = new.bloc_id FOR UPDATE;
	new.seq := head.seq + 1;
	new.prev := head.hash;
	new.hash := audit_hash(head.hash, new);
	UPDATE audit_head SET seq = new.seq, hash = new.hash WHERE bloc_id = new.bloc_id;
	RETURN new;
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_chain BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_chain();--> statement-breakpoint
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit log can only be added to';
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_refuse BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse();--> statement-breakpoint
CREATE TRIGGER audit_refuse_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
--> statement-breakpoint
-- The demo room is a messenger of its own: platform side, seen by intake and sends alone.
GRANT USAGE ON SCHEMA room TO tlk_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA room TO tlk_system;
