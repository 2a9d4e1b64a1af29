DROP INDEX "inbox_open";--> statement-breakpoint
DROP INDEX "outbox_open";--> statement-breakpoint
CREATE INDEX "inbox_fetching" ON "inbox" USING btree ("id") WHERE state = 'fetching';--> statement-breakpoint
CREATE INDEX "inbox_open" ON "inbox" USING btree ("id") WHERE state in ('waiting', 'secret');--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("class" DESC NULLS LAST,"id") WHERE state = 'waiting';