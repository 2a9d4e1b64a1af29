ALTER TABLE ballot_publication FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON ballot_publication TO tlk_app;--> statement-breakpoint
CREATE TRIGGER season_guard BEFORE INSERT OR UPDATE OR DELETE ON ballot_publication
	FOR EACH ROW EXECUTE FUNCTION season_guard('ballot', 'ballot_id');
