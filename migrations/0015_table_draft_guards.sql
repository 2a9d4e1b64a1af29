ALTER TABLE table_draft FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- What was read stays as it was read.
GRANT SELECT, INSERT ON table_draft TO tlk_app;
