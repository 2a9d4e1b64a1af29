create schema room;

create table absence (
  bloc_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  stand_in_id uuid not null,
  from_day date not null,
  to_day date not null,
  created_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone
);
alter table absence enable row level security;
alter table absence force row level security;

create table account (
  platform text not null,
  bot_id text not null,
  user_id text not null,
  person_id uuid not null,
  display_name text not null,
  created_at timestamp(3) with time zone not null
);

create table account_code (
  code_hash text not null,
  person_id uuid not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);

create table announcement (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  no integer not null,
  body text not null,
  file_sha256 text,
  file_name text,
  file_mime text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  send_at timestamp(3) with time zone not null
);
alter table announcement enable row level security;
alter table announcement force row level security;

create table announcement_unit (
  bloc_id bigint not null,
  announcement_id uuid not null,
  unit_id uuid not null,
  read_by uuid,
  read_at timestamp(3) with time zone,
  reminded_at timestamp(3) with time zone
);
alter table announcement_unit enable row level security;
alter table announcement_unit force row level security;

create table appeal (
  bloc_id bigint not null,
  id uuid not null,
  sheet_id uuid not null,
  table_id uuid not null,
  criterion_key text not null,
  text text not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table appeal enable row level security;
alter table appeal force row level security;

create table appeal_decision (
  bloc_id bigint not null,
  appeal_id uuid not null,
  kind text not null,
  reason text not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table appeal_decision enable row level security;
alter table appeal_decision force row level security;

create table audit (
  bloc_id bigint not null,
  seq bigint not null,
  at timestamp(3) with time zone not null,
  actor uuid,
  action text not null,
  subject text not null,
  subject_id text not null,
  detail jsonb not null,
  prev bytea not null,
  hash bytea not null
);
alter table audit enable row level security;
alter table audit force row level security;

create table audit_head (
  bloc_id bigint not null,
  seq bigint not null,
  hash bytea not null
);
alter table audit_head enable row level security;
alter table audit_head force row level security;

create table award_proposal (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  number integer not null,
  award text not null,
  quota_id uuid,
  quota_no integer,
  unit_id uuid not null,
  subject text,
  basis text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table award_proposal enable row level security;
alter table award_proposal force row level security;

create table award_quota (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  no integer not null,
  state text not null,
  "position" integer not null,
  source jsonb,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  award text not null,
  scope text not null,
  operator text not null,
  low numeric not null,
  high numeric,
  measure text not null
);
alter table award_quota enable row level security;
alter table award_quota force row level security;

create table award_step (
  bloc_id bigint not null,
  proposal_id uuid not null,
  no integer not null,
  kind text not null,
  said text not null,
  file_sha256 text,
  file_name text,
  file_mime text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table award_step enable row level security;
alter table award_step force row level security;

create table ballot (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  no integer not null,
  mode text not null,
  title text not null,
  rules jsonb not null,
  options jsonb not null,
  electors jsonb not null,
  round integer not null,
  previous_id uuid,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  closes_at timestamp(3) with time zone,
  state text not null,
  closed_at timestamp(3) with time zone,
  counts jsonb
);
alter table ballot enable row level security;
alter table ballot force row level security;

create table ballot_box (
  bloc_id bigint not null,
  ballot_id uuid not null,
  voted jsonb not null,
  papers jsonb not null
);
alter table ballot_box enable row level security;
alter table ballot_box force row level security;

create table ballot_decision (
  bloc_id bigint not null,
  ballot_id uuid not null,
  chosen jsonb not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table ballot_decision enable row level security;
alter table ballot_decision force row level security;

create table ballot_publication (
  bloc_id bigint not null,
  ballot_id uuid not null,
  what text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table ballot_publication enable row level security;
alter table ballot_publication force row level security;

create table ballot_tally (
  bloc_id bigint not null,
  ballot_id uuid not null,
  person_id uuid not null,
  version integer not null,
  counts jsonb not null,
  made_at timestamp(3) with time zone not null
);
alter table ballot_tally enable row level security;
alter table ballot_tally force row level security;

create table bloc (
  bloc_id bigint not null generated by default as identity,
  name text not null,
  label text not null,
  level text not null,
  symbol text,
  council_name text not null,
  council_area text not null,
  formation_number text,
  formation_date date,
  settings jsonb not null,
  created_at timestamp(3) with time zone not null
);
alter table bloc enable row level security;
alter table bloc force row level security;

create table calendar_confirmation (
  bloc_id bigint not null,
  day date not null,
  what text not null,
  confirmed_by uuid not null,
  confirmed_at timestamp(3) with time zone not null
);
alter table calendar_confirmation enable row level security;
alter table calendar_confirmation force row level security;

create table campaign_activity (
  bloc_id bigint not null,
  id uuid not null,
  milestone_id uuid not null,
  milestone_no integer not null,
  unit_id uuid not null,
  body text not null,
  done_on date not null,
  file_sha256 text,
  file_name text,
  file_mime text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table campaign_activity enable row level security;
alter table campaign_activity force row level security;

create table chat_binding (
  platform text not null,
  bot_id text not null,
  chat_id text not null,
  kind text not null,
  title text not null,
  person_id uuid,
  bloc_id bigint,
  gone_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  topic text
);

create table counter (
  bloc_id bigint not null,
  name text not null,
  value integer not null
);
alter table counter enable row level security;
alter table counter force row level security;

create table criterion (
  bloc_id bigint not null,
  table_id uuid not null,
  key text not null,
  parent_key text,
  "position" integer not null,
  no text not null,
  name text not null,
  max_points integer not null,
  rule jsonb,
  terms jsonb not null default '{}'::jsonb
);
alter table criterion enable row level security;
alter table criterion force row level security;

create table deadline (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  kind text not null,
  obliged text not null,
  created_at timestamp(3) with time zone not null,
  created_by uuid
);
alter table deadline enable row level security;
alter table deadline force row level security;

create table deadline_revision (
  bloc_id bigint not null,
  deadline_id uuid not null,
  no integer not null,
  state text not null,
  title text not null,
  due_on date,
  due_before date,
  "precision" text,
  window_from date,
  window_to date,
  recurrence jsonb,
  rule_text text not null,
  recipient text,
  source jsonb,
  reason text,
  made_by uuid,
  made_at timestamp(3) with time zone not null
);
alter table deadline_revision enable row level security;
alter table deadline_revision force row level security;

create table dialogue (
  bloc_id bigint not null,
  person_id uuid not null,
  scope text not null,
  code text not null,
  rev integer not null,
  kind text not null,
  version integer not null,
  state jsonb not null,
  updated_at timestamp(3) with time zone not null,
  parked_at timestamp(3) with time zone,
  done_at timestamp(3) with time zone,
  reminded_at timestamp(3) with time zone
);
alter table dialogue enable row level security;
alter table dialogue force row level security;

create table document (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  no integer not null,
  kind text not null,
  title text not null,
  number text,
  issued_on date,
  file_sha256 text not null,
  file_name text not null,
  file_mime text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  removed_by uuid,
  removed_at timestamp(3) with time zone
);
alter table document enable row level security;
alter table document force row level security;

create table domain_clock (
  id integer not null,
  base timestamp(3) with time zone not null,
  anchored timestamp(3) with time zone not null,
  speed double precision not null
);

create table due (
  id bigint not null generated always as identity,
  bloc_id bigint not null,
  kind text not null,
  key text not null,
  item jsonb not null,
  due_at timestamp(3) with time zone not null,
  state text not null default 'waiting'::text,
  done_at timestamp(3) with time zone
);

create table evidence (
  bloc_id bigint not null,
  id uuid not null,
  sheet_id uuid not null,
  table_id uuid not null,
  criterion_key text not null,
  kind text not null,
  text text not null,
  sha256 text,
  mime text,
  taken_back_at timestamp(3) with time zone,
  taken_back_by uuid,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table evidence enable row level security;
alter table evidence force row level security;

create table exemplar (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  number integer not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table exemplar enable row level security;
alter table exemplar force row level security;

create table exemplar_revision (
  bloc_id bigint not null,
  exemplar_id uuid not null,
  no integer not null,
  name text not null,
  merit text,
  stage text not null,
  caretaker text,
  due_on date,
  file_sha256 text,
  file_name text,
  file_mime text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table exemplar_revision enable row level security;
alter table exemplar_revision force row level security;

create table explanation (
  bloc_id bigint not null,
  sheet_id uuid not null,
  table_id uuid not null,
  criterion_key text not null,
  verdict_version integer not null,
  text text,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table explanation enable row level security;
alter table explanation force row level security;

create table extension (
  bloc_id bigint not null,
  id uuid not null,
  obligation_id uuid not null,
  due_on date not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone
);
alter table extension enable row level security;
alter table extension force row level security;

create table feedback (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  no integer not null,
  kind text not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  closed_by uuid,
  closed_at timestamp(3) with time zone
);
alter table feedback enable row level security;
alter table feedback force row level security;

create table feedback_entry (
  bloc_id bigint not null,
  feedback_id uuid not null,
  no integer not null,
  side text not null,
  body text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  file_sha256 text,
  file_name text,
  file_mime text
);
alter table feedback_entry enable row level security;
alter table feedback_entry force row level security;

create table file (
  bloc_id bigint not null,
  sha256 text not null,
  size integer not null,
  bytes bytea not null,
  created_at timestamp(3) with time zone not null
);
alter table file enable row level security;
alter table file force row level security;

create table group_code (
  bloc_id bigint not null,
  code_hash text not null,
  created_by uuid not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
alter table group_code enable row level security;
alter table group_code force row level security;

create table holiday (
  day date not null,
  what text not null,
  name text not null,
  status text not null,
  source text not null
);

create table inbox (
  id bigint not null generated always as identity,
  platform text not null,
  bot_id text not null,
  event_key text not null,
  chat_id text not null,
  chat_kind text not null,
  user_id text,
  raw jsonb,
  state text not null,
  attempts integer not null default 0,
  not_before timestamp(3) with time zone not null default now(),
  error text,
  received_at timestamp(3) with time zone not null default now(),
  done_at timestamp(3) with time zone
);

create table inbox_file (
  inbox_id bigint not null,
  "position" integer not null,
  name text not null,
  mime text not null,
  sha256 text not null,
  size integer not null,
  bytes bytea not null,
  words text,
  unread text,
  grids jsonb
);

create table initiative (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  number integer not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table initiative enable row level security;
alter table initiative force row level security;

create table initiative_revision (
  bloc_id bigint not null,
  initiative_id uuid not null,
  no integer not null,
  title text not null,
  people text,
  benefit text,
  basis text,
  state text not null,
  file_sha256 text,
  file_name text,
  file_mime text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table initiative_revision enable row level security;
alter table initiative_revision force row level security;

create table link (
  bloc_id bigint not null,
  token_hash text not null,
  purpose text not null,
  person_id uuid,
  subject jsonb not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
alter table link enable row level security;
alter table link force row level security;

create table link_file (
  bloc_id bigint not null,
  token_hash text not null,
  "position" integer not null,
  name text not null,
  mime text not null,
  sha256 text not null,
  size integer not null,
  bytes bytea not null
);
alter table link_file enable row level security;
alter table link_file force row level security;

create table meeting (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  number integer not null,
  title text not null,
  starts_at timestamp(3) with time zone not null,
  place text,
  agenda text,
  held_at timestamp(3) with time zone,
  cancelled_at timestamp(3) with time zone,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table meeting enable row level security;
alter table meeting force row level security;

create table meeting_decision (
  bloc_id bigint not null,
  meeting_id uuid not null,
  no integer not null,
  body text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table meeting_decision enable row level security;
alter table meeting_decision force row level security;

create table meeting_unit (
  bloc_id bigint not null,
  meeting_id uuid not null,
  unit_id uuid not null,
  answer text,
  answered_by uuid,
  answered_at timestamp(3) with time zone,
  attended boolean,
  reason text
);
alter table meeting_unit enable row level security;
alter table meeting_unit force row level security;

create table membership (
  bloc_id bigint not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date
);
alter table membership enable row level security;
alter table membership force row level security;

create table message_count (
  platform text not null,
  bot_id text not null,
  month text not null,
  sent integer not null default 0
);

create table milestone (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  no integer not null,
  state text not null,
  "position" integer not null,
  source jsonb,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  kind text not null,
  name text not null,
  starts_on date,
  ends_on date
);
alter table milestone enable row level security;
alter table milestone force row level security;

create table obligation (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  deadline_id uuid not null,
  unit_id uuid,
  created_at timestamp(3) with time zone not null,
  withdrawn_at timestamp(3) with time zone
);
alter table obligation enable row level security;
alter table obligation force row level security;

create table outbox (
  id bigint not null generated always as identity,
  platform text not null,
  bot_id text not null,
  chat_id text not null,
  chat_kind text not null,
  class text not null,
  dedupe_key text not null,
  bloc_id bigint,
  body jsonb not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  unknowns integer not null default 0,
  not_before timestamp(3) with time zone not null default now(),
  owner integer,
  claimed_at timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  message_id text,
  error text,
  created_at timestamp(3) with time zone not null default now()
);

create table pairing_code (
  bloc_id bigint not null,
  id uuid not null,
  code_hash text not null,
  unit_id uuid not null,
  role text not null,
  created_by uuid,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone,
  used_by uuid
);
alter table pairing_code enable row level security;
alter table pairing_code force row level security;

create table person (
  id uuid not null,
  display_name text not null,
  bloc_ids bigint[] not null default '{}'::bigint[],
  current_bloc_id bigint,
  created_at timestamp(3) with time zone not null,
  noticed_at timestamp(3) with time zone,
  erased_at timestamp(3) with time zone
);

create table plan_document (
  bloc_id bigint not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  record jsonb not null,
  read_by uuid not null,
  read_at timestamp(3) with time zone not null,
  applied_at timestamp(3) with time zone
);
alter table plan_document enable row level security;
alter table plan_document force row level security;

create table registration (
  bloc_id bigint not null,
  season_id uuid not null,
  unit_id uuid not null,
  no integer not null,
  titles text not null,
  pledge_number text,
  pledged_on date,
  file_sha256 text,
  file_name text,
  file_mime text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table registration enable row level security;
alter table registration force row level security;

create table room.chat (
  id text not null,
  kind text not null,
  title text not null,
  "position" integer not null generated always as identity
);

create table room.file (
  ref text not null,
  name text not null,
  mime text not null,
  size integer not null,
  bytes bytea not null
);

create table room.member (
  chat_id text not null,
  person_id text not null,
  read_up_to bigint not null default 0
);

create table room.message (
  seq bigint not null generated always as identity,
  chat_id text not null,
  version_of bigint,
  from_person text,
  at timestamp(3) with time zone not null,
  body jsonb not null,
  dedupe_key text not null
);

create table room.person (
  id text not null,
  name text not null,
  "position" integer not null generated always as identity
);

create table score_entry (
  bloc_id bigint not null,
  sheet_id uuid not null,
  table_id uuid not null,
  criterion_key text not null,
  version integer not null,
  value text not null,
  points integer,
  entered_by uuid not null,
  entered_at timestamp(3) with time zone not null,
  detail jsonb
);
alter table score_entry enable row level security;
alter table score_entry force row level security;

create table score_table (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  version integer not null,
  name text not null,
  max_points integer not null,
  created_at timestamp(3) with time zone not null,
  terms jsonb not null default '{}'::jsonb,
  draft_id uuid,
  made_by uuid
);
alter table score_table enable row level security;
alter table score_table force row level security;

create table scoring_act (
  bloc_id bigint not null,
  table_id uuid not null,
  seq integer not null,
  kind text not null,
  appeal_until date,
  facts jsonb,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table scoring_act enable row level security;
alter table scoring_act force row level security;

create table season (
  bloc_id bigint not null,
  id uuid not null,
  year integer not null,
  starts_on date not null,
  ends_on date not null,
  closed_at timestamp(3) with time zone
);
alter table season enable row level security;
alter table season force row level security;

create table season_choice (
  bloc_id bigint not null,
  person_id uuid not null,
  season_id uuid not null,
  chosen_at timestamp(3) with time zone not null
);
alter table season_choice enable row level security;
alter table season_choice force row level security;

create table season_phase (
  bloc_id bigint not null,
  season_id uuid not null,
  no integer not null,
  kind text not null,
  phase text not null,
  day date not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table season_phase enable row level security;
alter table season_phase force row level security;

create table setup_code (
  code_hash text not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);

create table sheet (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  table_id uuid not null,
  unit_id uuid not null,
  stage text not null,
  created_at timestamp(3) with time zone not null,
  submitted_at timestamp(3) with time zone,
  submitted_by uuid
);
alter table sheet enable row level security;
alter table sheet force row level security;

create table sheet_move (
  bloc_id bigint not null,
  sheet_id uuid not null,
  table_id uuid not null,
  seq integer not null,
  kind text not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table sheet_move enable row level security;
alter table sheet_move force row level security;

create table submission (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  version integer not null,
  receipt_no integer not null,
  document_number text,
  document_date date,
  summary text,
  sent_at timestamp(3) with time zone not null,
  received_at timestamp(3) with time zone not null,
  submitted_by uuid not null,
  channel text not null default 'chat'::text
);
alter table submission enable row level security;
alter table submission force row level security;

create table submission_decision (
  bloc_id bigint not null,
  id uuid not null,
  submission_id uuid not null,
  kind text not null,
  reason text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table submission_decision enable row level security;
alter table submission_decision force row level security;

create table submission_file (
  bloc_id bigint not null,
  submission_id uuid not null,
  "position" integer not null,
  sha256 text not null,
  name text not null,
  mime text not null
);
alter table submission_file enable row level security;
alter table submission_file force row level security;

create table table_draft (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  sha256 text,
  name text not null,
  mime text,
  proposal jsonb not null,
  read_by uuid not null,
  read_at timestamp(3) with time zone not null
);
alter table table_draft enable row level security;
alter table table_draft force row level security;

create table target (
  bloc_id bigint not null,
  season_id uuid not null,
  id uuid not null,
  no integer not null,
  state text not null,
  "position" integer not null,
  source jsonb,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  scope text not null,
  metric text not null,
  operator text not null,
  low numeric,
  high numeric,
  measure text,
  period text,
  due_on date,
  raw text not null
);
alter table target enable row level security;
alter table target force row level security;

create table target_owner (
  bloc_id bigint not null,
  target_id uuid not null,
  target_no integer not null,
  unit_id uuid not null,
  no integer not null,
  state text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table target_owner enable row level security;
alter table target_owner force row level security;

create table target_report (
  bloc_id bigint not null,
  id uuid not null,
  target_id uuid not null,
  target_no integer not null,
  unit_id uuid,
  value numeric not null,
  as_of date not null,
  source text,
  file_sha256 text,
  file_name text,
  file_mime text,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table target_report enable row level security;
alter table target_report force row level security;

create table undo (
  bloc_id bigint not null,
  id uuid not null,
  kind text not null,
  inverse jsonb not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
alter table undo enable row level security;
alter table undo force row level security;

create table unit (
  bloc_id bigint not null,
  id uuid not null,
  name text not null,
  short_name text,
  aliases text[] not null default '{}'::text[],
  "position" integer not null,
  valid_from date not null,
  valid_to date,
  merged_into uuid
);
alter table unit enable row level security;
alter table unit force row level security;

create table unit_fact (
  bloc_id bigint not null,
  table_id uuid not null,
  scored_unit_id uuid not null,
  kind text not null,
  key text not null,
  seq integer not null,
  value text,
  source text not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table unit_fact enable row level security;
alter table unit_fact force row level security;

create table unit_role (
  bloc_id bigint not null,
  id uuid not null,
  unit_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date
);
alter table unit_role enable row level security;
alter table unit_role force row level security;

create table verdict (
  bloc_id bigint not null,
  sheet_id uuid not null,
  table_id uuid not null,
  criterion_key text not null,
  version integer not null,
  stage text not null,
  kind text not null,
  value jsonb,
  entry_version integer not null,
  reason text,
  appeal_id uuid,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table verdict enable row level security;
alter table verdict force row level security;

create table verifier (
  bloc_id bigint not null,
  table_id uuid not null,
  scored_unit_id uuid not null,
  seq integer not null,
  verifier_unit_id uuid,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table verifier enable row level security;
alter table verifier force row level security;

create table veto (
  bloc_id bigint not null,
  season_id uuid not null,
  vetoed_unit_id uuid not null,
  no integer not null,
  seq integer not null,
  reason text,
  source text not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null
);
alter table veto enable row level security;
alter table veto force row level security;

alter table absence add constraint absence_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table account add constraint account_platform_bot_id_user_id_pk PRIMARY KEY (platform, bot_id, user_id);

alter table account_code add constraint account_code_pkey PRIMARY KEY (code_hash);

alter table announcement add constraint announcement_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table announcement_unit add constraint announcement_unit_bloc_id_announcement_id_unit_id_pk PRIMARY KEY (bloc_id, announcement_id, unit_id);

alter table appeal add constraint appeal_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table appeal_decision add constraint appeal_decision_bloc_id_appeal_id_pk PRIMARY KEY (bloc_id, appeal_id);

alter table audit add constraint audit_bloc_id_seq_pk PRIMARY KEY (bloc_id, seq);

alter table audit_head add constraint audit_head_pkey PRIMARY KEY (bloc_id);

alter table award_proposal add constraint award_proposal_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table award_quota add constraint award_quota_bloc_id_id_no_pk PRIMARY KEY (bloc_id, id, no);

alter table award_step add constraint award_step_bloc_id_proposal_id_no_pk PRIMARY KEY (bloc_id, proposal_id, no);

alter table ballot add constraint ballot_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table ballot_box add constraint ballot_box_bloc_id_ballot_id_pk PRIMARY KEY (bloc_id, ballot_id);

alter table ballot_decision add constraint ballot_decision_bloc_id_ballot_id_pk PRIMARY KEY (bloc_id, ballot_id);

alter table ballot_publication add constraint ballot_publication_bloc_id_ballot_id_what_pk PRIMARY KEY (bloc_id, ballot_id, what);

alter table ballot_tally add constraint ballot_tally_bloc_id_ballot_id_person_id_version_pk PRIMARY KEY (bloc_id, ballot_id, person_id, version);

alter table bloc add constraint bloc_pkey PRIMARY KEY (bloc_id);

alter table calendar_confirmation add constraint calendar_confirmation_bloc_id_day_pk PRIMARY KEY (bloc_id, day);

alter table campaign_activity add constraint campaign_activity_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table chat_binding add constraint chat_binding_platform_bot_id_chat_id_pk PRIMARY KEY (platform, bot_id, chat_id);

alter table counter add constraint counter_bloc_id_name_pk PRIMARY KEY (bloc_id, name);

alter table criterion add constraint criterion_bloc_id_table_id_key_pk PRIMARY KEY (bloc_id, table_id, key);

alter table deadline add constraint deadline_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table deadline_revision add constraint deadline_revision_bloc_id_deadline_id_no_pk PRIMARY KEY (bloc_id, deadline_id, no);

alter table dialogue add constraint dialogue_bloc_id_person_id_scope_kind_pk PRIMARY KEY (bloc_id, person_id, scope, kind);

alter table document add constraint document_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table domain_clock add constraint domain_clock_pkey PRIMARY KEY (id);

alter table due add constraint due_pkey PRIMARY KEY (id);

alter table evidence add constraint evidence_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table exemplar add constraint exemplar_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table exemplar_revision add constraint exemplar_revision_bloc_id_exemplar_id_no_pk PRIMARY KEY (bloc_id, exemplar_id, no);

alter table explanation add constraint explanation_bloc_id_sheet_id_criterion_key_verdict_version_pk PRIMARY KEY (bloc_id, sheet_id, criterion_key, verdict_version);

alter table extension add constraint extension_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table feedback add constraint feedback_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table feedback_entry add constraint feedback_entry_bloc_id_feedback_id_no_pk PRIMARY KEY (bloc_id, feedback_id, no);

alter table file add constraint file_bloc_id_sha256_pk PRIMARY KEY (bloc_id, sha256);

alter table group_code add constraint group_code_bloc_id_code_hash_pk PRIMARY KEY (bloc_id, code_hash);

alter table holiday add constraint holiday_pkey PRIMARY KEY (day);

alter table inbox add constraint inbox_pkey PRIMARY KEY (id);

alter table inbox_file add constraint inbox_file_inbox_id_position_pk PRIMARY KEY (inbox_id, "position");

alter table initiative add constraint initiative_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table initiative_revision add constraint initiative_revision_bloc_id_initiative_id_no_pk PRIMARY KEY (bloc_id, initiative_id, no);

alter table link add constraint link_bloc_id_token_hash_pk PRIMARY KEY (bloc_id, token_hash);

alter table link_file add constraint link_file_bloc_id_token_hash_position_pk PRIMARY KEY (bloc_id, token_hash, "position");

alter table meeting add constraint meeting_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table meeting_decision add constraint meeting_decision_bloc_id_meeting_id_no_pk PRIMARY KEY (bloc_id, meeting_id, no);

alter table meeting_unit add constraint meeting_unit_bloc_id_meeting_id_unit_id_pk PRIMARY KEY (bloc_id, meeting_id, unit_id);

alter table membership add constraint membership_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table message_count add constraint message_count_platform_bot_id_month_pk PRIMARY KEY (platform, bot_id, month);

alter table milestone add constraint milestone_bloc_id_id_no_pk PRIMARY KEY (bloc_id, id, no);

alter table obligation add constraint obligation_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table outbox add constraint outbox_pkey PRIMARY KEY (id);

alter table pairing_code add constraint pairing_code_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table person add constraint person_pkey PRIMARY KEY (id);

alter table plan_document add constraint plan_document_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table registration add constraint registration_bloc_id_season_id_unit_id_no_pk PRIMARY KEY (bloc_id, season_id, unit_id, no);

alter table room.chat add constraint chat_pkey PRIMARY KEY (id);

alter table room.file add constraint file_pkey PRIMARY KEY (ref);

alter table room.member add constraint member_chat_id_person_id_pk PRIMARY KEY (chat_id, person_id);

alter table room.message add constraint message_pkey PRIMARY KEY (seq);

alter table room.person add constraint person_pkey PRIMARY KEY (id);

alter table score_entry add constraint score_entry_bloc_id_sheet_id_criterion_key_version_pk PRIMARY KEY (bloc_id, sheet_id, criterion_key, version);

alter table score_table add constraint score_table_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table scoring_act add constraint scoring_act_bloc_id_table_id_seq_pk PRIMARY KEY (bloc_id, table_id, seq);

alter table season add constraint season_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table season_choice add constraint season_choice_bloc_id_person_id_pk PRIMARY KEY (bloc_id, person_id);

alter table season_phase add constraint season_phase_bloc_id_season_id_no_pk PRIMARY KEY (bloc_id, season_id, no);

alter table setup_code add constraint setup_code_pkey PRIMARY KEY (code_hash);

alter table sheet add constraint sheet_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table sheet_move add constraint sheet_move_bloc_id_sheet_id_seq_pk PRIMARY KEY (bloc_id, sheet_id, seq);

alter table submission add constraint submission_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table submission_decision add constraint submission_decision_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table submission_file add constraint submission_file_bloc_id_submission_id_position_pk PRIMARY KEY (bloc_id, submission_id, "position");

alter table table_draft add constraint table_draft_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table target add constraint target_bloc_id_id_no_pk PRIMARY KEY (bloc_id, id, no);

alter table target_owner add constraint target_owner_bloc_id_target_id_unit_id_no_pk PRIMARY KEY (bloc_id, target_id, unit_id, no);

alter table target_report add constraint target_report_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table undo add constraint undo_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table unit add constraint unit_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table unit_fact add constraint unit_fact_bloc_id_table_id_scored_unit_id_kind_key_seq_pk PRIMARY KEY (bloc_id, table_id, scored_unit_id, kind, key, seq);

alter table unit_role add constraint unit_role_bloc_id_id_pk PRIMARY KEY (bloc_id, id);

alter table verdict add constraint verdict_bloc_id_sheet_id_criterion_key_version_pk PRIMARY KEY (bloc_id, sheet_id, criterion_key, version);

alter table verifier add constraint verifier_bloc_id_table_id_scored_unit_id_seq_pk PRIMARY KEY (bloc_id, table_id, scored_unit_id, seq);

alter table veto add constraint veto_bloc_id_season_id_vetoed_unit_id_no_seq_pk PRIMARY KEY (bloc_id, season_id, vetoed_unit_id, no, seq);

alter table announcement add constraint announcement_no_once UNIQUE (bloc_id, no);

alter table award_proposal add constraint award_proposal_number_once UNIQUE (bloc_id, number);

alter table ballot add constraint ballot_next_once UNIQUE (bloc_id, previous_id);

alter table ballot add constraint ballot_no_once UNIQUE (bloc_id, no);

alter table dialogue add constraint dialogue_code_once UNIQUE (bloc_id, code);

alter table document add constraint document_no_once UNIQUE (bloc_id, no);

alter table due add constraint due_once UNIQUE (bloc_id, key);

alter table exemplar add constraint exemplar_number_once UNIQUE (bloc_id, number);

alter table feedback add constraint feedback_no_once UNIQUE (bloc_id, no);

alter table inbox add constraint inbox_event_once UNIQUE (platform, bot_id, event_key);

alter table initiative add constraint initiative_number_once UNIQUE (bloc_id, number);

alter table meeting add constraint meeting_number_once UNIQUE (bloc_id, number);

alter table obligation add constraint obligation_once UNIQUE NULLS NOT DISTINCT (bloc_id, deadline_id, unit_id);

alter table outbox add constraint outbox_once UNIQUE (dedupe_key);

alter table pairing_code add constraint pairing_code_once UNIQUE (bloc_id, code_hash);

alter table room.message add constraint message_once UNIQUE (dedupe_key);

alter table score_table add constraint score_table_version_once UNIQUE (bloc_id, season_id, version);

alter table sheet add constraint sheet_of_table UNIQUE (bloc_id, id, table_id);

alter table sheet add constraint sheet_once UNIQUE (bloc_id, table_id, unit_id, stage);

alter table submission add constraint submission_receipt_once UNIQUE (bloc_id, receipt_no);

alter table submission add constraint submission_version_once UNIQUE (bloc_id, obligation_id, version);

alter table announcement add constraint announcement_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table announcement_unit add constraint announcement_read CHECK ((num_nulls(read_by, read_at) = ANY (ARRAY[0, 2])));

alter table award_proposal add constraint award_proposal_quota CHECK ((num_nulls(quota_id, quota_no) = ANY (ARRAY[0, 2])));

alter table award_step add constraint award_step_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table ballot add constraint ballot_counted CHECK (((state = 'closed'::text) = (counts IS NOT NULL)));

alter table campaign_activity add constraint campaign_activity_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table document add constraint document_removed CHECK ((num_nulls(removed_by, removed_at) = ANY (ARRAY[0, 2])));

alter table evidence add constraint evidence_file CHECK (((kind = 'file'::text) = ((sha256 IS NOT NULL) AND (mime IS NOT NULL))));

alter table exemplar_revision add constraint exemplar_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table feedback add constraint feedback_closed CHECK ((num_nulls(closed_by, closed_at) = ANY (ARRAY[0, 2])));

alter table feedback_entry add constraint feedback_entry_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table initiative_revision add constraint initiative_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table meeting_unit add constraint meeting_answered CHECK ((num_nulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3])));

alter table milestone add constraint milestone_span CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (starts_on <= ends_on)));

alter table registration add constraint registration_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table score_entry add constraint score_entry_detail CHECK (((value = ANY (ARRAY['points'::text, 'skipped'::text, 'not_assigned'::text])) = (detail IS NULL)));

alter table score_entry add constraint score_entry_points CHECK (((value = 'points'::text) = (points IS NOT NULL)));

alter table scoring_act add constraint scoring_act_facts CHECK (
CASE kind
    WHEN 'published'::text THEN (facts IS NOT NULL)
    WHEN 'proposed'::text THEN true
    ELSE (facts IS NULL)
END);

alter table submission_decision add constraint submission_decision_reason CHECK (((kind <> 'sent_back'::text) OR (reason IS NOT NULL)));

alter table table_draft add constraint table_draft_file CHECK (((sha256 IS NULL) = (mime IS NULL)));

alter table target add constraint target_range CHECK ((((operator = 'between'::text) = (high IS NOT NULL)) AND ((high IS NULL) OR (low <= high))));

alter table target_report add constraint target_report_file CHECK ((num_nulls(file_sha256, file_name, file_mime) = ANY (ARRAY[0, 3])));

alter table verdict add constraint verdict_appeal CHECK (((stage = 'appeal'::text) = (appeal_id IS NOT NULL)));

alter table verdict add constraint verdict_reason CHECK (((kind = 'agreed'::text) OR (reason IS NOT NULL)));

alter table verdict add constraint verdict_value CHECK (((kind = 'changed'::text) = (value IS NOT NULL)));

alter table verifier add constraint verifier_not_own CHECK (((verifier_unit_id IS NULL) OR (verifier_unit_id <> scored_unit_id)));

alter table absence add constraint absence_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table absence add constraint absence_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table absence add constraint absence_stand_in_id_person_id_fk FOREIGN KEY (stand_in_id) REFERENCES person(id);

alter table account add constraint account_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table account_code add constraint account_code_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table announcement add constraint announcement_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table announcement add constraint announcement_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table announcement add constraint announcement_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table announcement_unit add constraint announcement_unit_bloc_id_announcement_id_announcement_bloc_id_ FOREIGN KEY (bloc_id, announcement_id) REFERENCES announcement(bloc_id, id);

alter table announcement_unit add constraint announcement_unit_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table announcement_unit add constraint announcement_unit_read_by_person_id_fk FOREIGN KEY (read_by) REFERENCES person(id);

alter table appeal add constraint appeal_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_fk FOREIGN KEY (bloc_id, sheet_id, table_id) REFERENCES sheet(bloc_id, id, table_id);

alter table appeal add constraint appeal_bloc_id_table_id_criterion_key_criterion_bloc_id_table_i FOREIGN KEY (bloc_id, table_id, criterion_key) REFERENCES criterion(bloc_id, table_id, key);

alter table appeal add constraint appeal_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table appeal add constraint appeal_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table appeal_decision add constraint appeal_decision_bloc_id_appeal_id_appeal_bloc_id_id_fk FOREIGN KEY (bloc_id, appeal_id) REFERENCES appeal(bloc_id, id);

alter table appeal_decision add constraint appeal_decision_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table appeal_decision add constraint appeal_decision_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table audit add constraint audit_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table audit_head add constraint audit_head_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table award_proposal add constraint award_proposal_bloc_id_quota_id_quota_no_award_quota_bloc_id_id FOREIGN KEY (bloc_id, quota_id, quota_no) REFERENCES award_quota(bloc_id, id, no);

alter table award_proposal add constraint award_proposal_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table award_proposal add constraint award_proposal_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table award_proposal add constraint award_proposal_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table award_quota add constraint award_quota_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table award_quota add constraint award_quota_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table award_step add constraint award_step_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table award_step add constraint award_step_bloc_id_proposal_id_award_proposal_bloc_id_id_fk FOREIGN KEY (bloc_id, proposal_id) REFERENCES award_proposal(bloc_id, id);

alter table award_step add constraint award_step_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table ballot add constraint ballot_bloc_id_previous_id_ballot_bloc_id_id_fk FOREIGN KEY (bloc_id, previous_id) REFERENCES ballot(bloc_id, id);

alter table ballot add constraint ballot_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table ballot add constraint ballot_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table ballot_box add constraint ballot_box_bloc_id_ballot_id_ballot_bloc_id_id_fk FOREIGN KEY (bloc_id, ballot_id) REFERENCES ballot(bloc_id, id);

alter table ballot_decision add constraint ballot_decision_bloc_id_ballot_id_ballot_bloc_id_id_fk FOREIGN KEY (bloc_id, ballot_id) REFERENCES ballot(bloc_id, id);

alter table ballot_decision add constraint ballot_decision_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table ballot_publication add constraint ballot_publication_bloc_id_ballot_id_ballot_bloc_id_id_fk FOREIGN KEY (bloc_id, ballot_id) REFERENCES ballot(bloc_id, id);

alter table ballot_publication add constraint ballot_publication_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table ballot_tally add constraint ballot_tally_bloc_id_ballot_id_ballot_bloc_id_id_fk FOREIGN KEY (bloc_id, ballot_id) REFERENCES ballot(bloc_id, id);

alter table ballot_tally add constraint ballot_tally_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table calendar_confirmation add constraint calendar_confirmation_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table campaign_activity add constraint campaign_activity_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table campaign_activity add constraint campaign_activity_bloc_id_milestone_id_milestone_no_milestone_b FOREIGN KEY (bloc_id, milestone_id, milestone_no) REFERENCES milestone(bloc_id, id, no);

alter table campaign_activity add constraint campaign_activity_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table campaign_activity add constraint campaign_activity_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table chat_binding add constraint chat_binding_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table counter add constraint counter_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table criterion add constraint criterion_bloc_id_table_id_parent_key_criterion_bloc_id_table_i FOREIGN KEY (bloc_id, table_id, parent_key) REFERENCES criterion(bloc_id, table_id, key);

alter table criterion add constraint criterion_bloc_id_table_id_score_table_bloc_id_id_fk FOREIGN KEY (bloc_id, table_id) REFERENCES score_table(bloc_id, id);

alter table deadline add constraint deadline_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table deadline_revision add constraint deadline_revision_bloc_id_deadline_id_deadline_bloc_id_id_fk FOREIGN KEY (bloc_id, deadline_id) REFERENCES deadline(bloc_id, id);

alter table dialogue add constraint dialogue_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table dialogue add constraint dialogue_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table document add constraint document_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table document add constraint document_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table document add constraint document_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table document add constraint document_removed_by_person_id_fk FOREIGN KEY (removed_by) REFERENCES person(id);

alter table evidence add constraint evidence_bloc_id_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, sha256) REFERENCES file(bloc_id, sha256);

alter table evidence add constraint evidence_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_fk FOREIGN KEY (bloc_id, sheet_id, table_id) REFERENCES sheet(bloc_id, id, table_id);

alter table evidence add constraint evidence_bloc_id_table_id_criterion_key_criterion_bloc_id_table FOREIGN KEY (bloc_id, table_id, criterion_key) REFERENCES criterion(bloc_id, table_id, key);

alter table evidence add constraint evidence_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table evidence add constraint evidence_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table evidence add constraint evidence_taken_back_by_person_id_fk FOREIGN KEY (taken_back_by) REFERENCES person(id);

alter table exemplar add constraint exemplar_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table exemplar add constraint exemplar_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table exemplar add constraint exemplar_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table exemplar_revision add constraint exemplar_revision_bloc_id_exemplar_id_exemplar_bloc_id_id_fk FOREIGN KEY (bloc_id, exemplar_id) REFERENCES exemplar(bloc_id, id);

alter table exemplar_revision add constraint exemplar_revision_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table exemplar_revision add constraint exemplar_revision_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table explanation add constraint explanation_bloc_id_sheet_id_criterion_key_verdict_version_verd FOREIGN KEY (bloc_id, sheet_id, criterion_key, verdict_version) REFERENCES verdict(bloc_id, sheet_id, criterion_key, version);

alter table explanation add constraint explanation_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table explanation add constraint explanation_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table extension add constraint extension_bloc_id_obligation_id_obligation_bloc_id_id_fk FOREIGN KEY (bloc_id, obligation_id) REFERENCES obligation(bloc_id, id);

alter table feedback add constraint feedback_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table feedback add constraint feedback_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table feedback add constraint feedback_closed_by_person_id_fk FOREIGN KEY (closed_by) REFERENCES person(id);

alter table feedback add constraint feedback_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table feedback_entry add constraint feedback_entry_bloc_id_feedback_id_feedback_bloc_id_id_fk FOREIGN KEY (bloc_id, feedback_id) REFERENCES feedback(bloc_id, id);

alter table feedback_entry add constraint feedback_entry_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table feedback_entry add constraint feedback_entry_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table group_code add constraint group_code_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table inbox_file add constraint inbox_file_inbox_id_inbox_id_fk FOREIGN KEY (inbox_id) REFERENCES inbox(id) ON DELETE CASCADE;

alter table initiative add constraint initiative_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table initiative add constraint initiative_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table initiative add constraint initiative_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table initiative_revision add constraint initiative_revision_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table initiative_revision add constraint initiative_revision_bloc_id_initiative_id_initiative_bloc_id_id FOREIGN KEY (bloc_id, initiative_id) REFERENCES initiative(bloc_id, id);

alter table initiative_revision add constraint initiative_revision_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table link add constraint link_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table link add constraint link_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table link_file add constraint link_file_bloc_id_token_hash_link_bloc_id_token_hash_fk FOREIGN KEY (bloc_id, token_hash) REFERENCES link(bloc_id, token_hash) ON DELETE CASCADE;

alter table meeting add constraint meeting_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table meeting add constraint meeting_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table meeting_decision add constraint meeting_decision_bloc_id_meeting_id_meeting_bloc_id_id_fk FOREIGN KEY (bloc_id, meeting_id) REFERENCES meeting(bloc_id, id);

alter table meeting_decision add constraint meeting_decision_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table meeting_unit add constraint meeting_unit_answered_by_person_id_fk FOREIGN KEY (answered_by) REFERENCES person(id);

alter table meeting_unit add constraint meeting_unit_bloc_id_meeting_id_meeting_bloc_id_id_fk FOREIGN KEY (bloc_id, meeting_id) REFERENCES meeting(bloc_id, id);

alter table meeting_unit add constraint meeting_unit_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table membership add constraint membership_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table membership add constraint membership_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table milestone add constraint milestone_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table milestone add constraint milestone_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table obligation add constraint obligation_bloc_id_deadline_id_deadline_bloc_id_id_fk FOREIGN KEY (bloc_id, deadline_id) REFERENCES deadline(bloc_id, id);

alter table obligation add constraint obligation_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table obligation add constraint obligation_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table pairing_code add constraint pairing_code_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table pairing_code add constraint pairing_code_used_by_person_id_fk FOREIGN KEY (used_by) REFERENCES person(id);

alter table plan_document add constraint plan_document_bloc_id_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, sha256) REFERENCES file(bloc_id, sha256);

alter table plan_document add constraint plan_document_read_by_person_id_fk FOREIGN KEY (read_by) REFERENCES person(id);

alter table registration add constraint registration_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table registration add constraint registration_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table registration add constraint registration_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table registration add constraint registration_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table room.member add constraint member_chat_id_chat_id_fk FOREIGN KEY (chat_id) REFERENCES room.chat(id);

alter table room.member add constraint member_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES room.person(id);

alter table room.message add constraint message_chat_id_chat_id_fk FOREIGN KEY (chat_id) REFERENCES room.chat(id);

alter table room.message add constraint message_from_person_person_id_fk FOREIGN KEY (from_person) REFERENCES room.person(id);

alter table room.message add constraint message_version_of_message_seq_fk FOREIGN KEY (version_of) REFERENCES room.message(seq);

alter table score_entry add constraint score_entry_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id FOREIGN KEY (bloc_id, sheet_id, table_id) REFERENCES sheet(bloc_id, id, table_id);

alter table score_entry add constraint score_entry_bloc_id_table_id_criterion_key_criterion_bloc_id_ta FOREIGN KEY (bloc_id, table_id, criterion_key) REFERENCES criterion(bloc_id, table_id, key);

alter table score_entry add constraint score_entry_entered_by_person_id_fk FOREIGN KEY (entered_by) REFERENCES person(id);

alter table score_table add constraint score_table_bloc_id_draft_id_table_draft_bloc_id_id_fk FOREIGN KEY (bloc_id, draft_id) REFERENCES table_draft(bloc_id, id);

alter table score_table add constraint score_table_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table score_table add constraint score_table_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table scoring_act add constraint scoring_act_bloc_id_table_id_score_table_bloc_id_id_fk FOREIGN KEY (bloc_id, table_id) REFERENCES score_table(bloc_id, id);

alter table scoring_act add constraint scoring_act_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table scoring_act add constraint scoring_act_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table season add constraint season_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table season_choice add constraint season_choice_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table season_choice add constraint season_choice_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);

alter table season_phase add constraint season_phase_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table season_phase add constraint season_phase_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table sheet add constraint sheet_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table sheet add constraint sheet_bloc_id_table_id_score_table_bloc_id_id_fk FOREIGN KEY (bloc_id, table_id) REFERENCES score_table(bloc_id, id);

alter table sheet add constraint sheet_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table sheet add constraint sheet_submitted_by_person_id_fk FOREIGN KEY (submitted_by) REFERENCES person(id);

alter table sheet_move add constraint sheet_move_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_ FOREIGN KEY (bloc_id, sheet_id, table_id) REFERENCES sheet(bloc_id, id, table_id);

alter table sheet_move add constraint sheet_move_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table sheet_move add constraint sheet_move_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table submission add constraint submission_bloc_id_obligation_id_obligation_bloc_id_id_fk FOREIGN KEY (bloc_id, obligation_id) REFERENCES obligation(bloc_id, id);

alter table submission add constraint submission_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table submission add constraint submission_submitted_by_person_id_fk FOREIGN KEY (submitted_by) REFERENCES person(id);

alter table submission_decision add constraint submission_decision_bloc_id_submission_id_submission_bloc_id_id FOREIGN KEY (bloc_id, submission_id) REFERENCES submission(bloc_id, id);

alter table submission_decision add constraint submission_decision_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table submission_file add constraint submission_file_bloc_id_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, sha256) REFERENCES file(bloc_id, sha256);

alter table submission_file add constraint submission_file_bloc_id_submission_id_submission_bloc_id_id_fk FOREIGN KEY (bloc_id, submission_id) REFERENCES submission(bloc_id, id);

alter table table_draft add constraint table_draft_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table table_draft add constraint table_draft_bloc_id_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, sha256) REFERENCES file(bloc_id, sha256);

alter table table_draft add constraint table_draft_read_by_person_id_fk FOREIGN KEY (read_by) REFERENCES person(id);

alter table target add constraint target_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table target add constraint target_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table target_owner add constraint target_owner_bloc_id_target_id_target_no_target_bloc_id_id_no_f FOREIGN KEY (bloc_id, target_id, target_no) REFERENCES target(bloc_id, id, no);

alter table target_owner add constraint target_owner_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table target_owner add constraint target_owner_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table target_report add constraint target_report_bloc_id_file_sha256_file_bloc_id_sha256_fk FOREIGN KEY (bloc_id, file_sha256) REFERENCES file(bloc_id, sha256);

alter table target_report add constraint target_report_bloc_id_target_id_target_no_target_bloc_id_id_no_ FOREIGN KEY (bloc_id, target_id, target_no) REFERENCES target(bloc_id, id, no);

alter table target_report add constraint target_report_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table target_report add constraint target_report_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table undo add constraint undo_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table unit add constraint unit_bloc_id_bloc_bloc_id_fk FOREIGN KEY (bloc_id) REFERENCES bloc(bloc_id);

alter table unit add constraint unit_bloc_id_merged_into_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, merged_into) REFERENCES unit(bloc_id, id);

alter table unit_fact add constraint unit_fact_bloc_id_scored_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, scored_unit_id) REFERENCES unit(bloc_id, id);

alter table unit_fact add constraint unit_fact_bloc_id_table_id_score_table_bloc_id_id_fk FOREIGN KEY (bloc_id, table_id) REFERENCES score_table(bloc_id, id);

alter table unit_fact add constraint unit_fact_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table unit_fact add constraint unit_fact_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table unit_role add constraint unit_role_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table verdict add constraint verdict_bloc_id_appeal_id_appeal_bloc_id_id_fk FOREIGN KEY (bloc_id, appeal_id) REFERENCES appeal(bloc_id, id);

alter table verdict add constraint verdict_bloc_id_sheet_id_table_id_sheet_bloc_id_id_table_id_fk FOREIGN KEY (bloc_id, sheet_id, table_id) REFERENCES sheet(bloc_id, id, table_id);

alter table verdict add constraint verdict_bloc_id_table_id_criterion_key_criterion_bloc_id_table_ FOREIGN KEY (bloc_id, table_id, criterion_key) REFERENCES criterion(bloc_id, table_id, key);

alter table verdict add constraint verdict_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table verdict add constraint verdict_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table verifier add constraint verifier_bloc_id_scored_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, scored_unit_id) REFERENCES unit(bloc_id, id);

alter table verifier add constraint verifier_bloc_id_table_id_score_table_bloc_id_id_fk FOREIGN KEY (bloc_id, table_id) REFERENCES score_table(bloc_id, id);

alter table verifier add constraint verifier_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table verifier add constraint verifier_bloc_id_verifier_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, verifier_unit_id) REFERENCES unit(bloc_id, id);

alter table verifier add constraint verifier_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

alter table veto add constraint veto_bloc_id_season_id_season_bloc_id_id_fk FOREIGN KEY (bloc_id, season_id) REFERENCES season(bloc_id, id);

alter table veto add constraint veto_bloc_id_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, unit_id) REFERENCES unit(bloc_id, id);

alter table veto add constraint veto_bloc_id_vetoed_unit_id_unit_bloc_id_id_fk FOREIGN KEY (bloc_id, vetoed_unit_id) REFERENCES unit(bloc_id, id);

alter table veto add constraint veto_made_by_person_id_fk FOREIGN KEY (made_by) REFERENCES person(id);

CREATE INDEX account_person ON public.account USING btree (person_id);

CREATE INDEX appeal_of ON public.appeal USING btree (bloc_id, table_id);

CREATE INDEX chat_binding_bloc ON public.chat_binding USING btree (bloc_id);

CREATE INDEX chat_binding_person ON public.chat_binding USING btree (person_id);

CREATE UNIQUE INDEX dialogue_one_active ON public.dialogue USING btree (bloc_id, person_id, scope) WHERE (parked_at IS NULL);

CREATE INDEX document_file ON public.document USING btree (bloc_id, file_sha256);

CREATE INDEX due_waiting ON public.due USING btree (due_at) WHERE (state = 'waiting'::text);

CREATE INDEX due_waiting_of_bloc ON public.due USING btree (bloc_id, due_at) WHERE (state = 'waiting'::text);

CREATE INDEX evidence_of ON public.evidence USING btree (bloc_id, sheet_id, criterion_key);

CREATE INDEX extension_obligation ON public.extension USING btree (bloc_id, obligation_id);

CREATE INDEX inbox_dead ON public.inbox USING btree (received_at) WHERE (state = 'dead'::text);

CREATE INDEX inbox_fetching ON public.inbox USING btree (id) WHERE (state = 'fetching'::text);

CREATE INDEX inbox_open ON public.inbox USING btree (id) WHERE (state = ANY (ARRAY['waiting'::text, 'secret'::text]));

CREATE INDEX inbox_open_of_chat ON public.inbox USING btree (platform, bot_id, chat_id, id) WHERE (state = ANY (ARRAY['fetching'::text, 'waiting'::text, 'secret'::text]));

CREATE INDEX link_expires ON public.link USING btree (bloc_id, expires_at);

CREATE INDEX membership_person ON public.membership USING btree (bloc_id, person_id);

CREATE INDEX outbox_numbered ON public.outbox USING btree (platform, bot_id, chat_id, id DESC NULLS LAST) WHERE ((platform = 'zalo'::text) AND (body ? 'options'::text));

CREATE INDEX outbox_open ON public.outbox USING btree (class DESC NULLS LAST, id) WHERE (state = 'waiting'::text);

CREATE INDEX outbox_open_of_chat ON public.outbox USING btree (platform, bot_id, chat_id, id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

CREATE INDEX outbox_pinned ON public.outbox USING btree (bloc_id, id DESC NULLS LAST) WHERE (body ? 'pinned'::text);

CREATE INDEX outbox_unsaid ON public.outbox USING btree (bloc_id, created_at) WHERE (state = ANY (ARRAY['unknown'::text, 'refused'::text, 'gone'::text]));

CREATE INDEX plan_document_of ON public.plan_document USING btree (bloc_id, sha256);

CREATE INDEX member_person ON room.member USING btree (person_id);

CREATE INDEX message_of_chat ON room.message USING btree (chat_id, seq);

CREATE INDEX message_versions ON room.message USING btree (version_of, seq) WHERE (version_of IS NOT NULL);

CREATE INDEX submission_decision_of ON public.submission_decision USING btree (bloc_id, submission_id);

CREATE INDEX table_draft_of ON public.table_draft USING btree (bloc_id, sha256);

CREATE OR REPLACE FUNCTION public.audit_chain()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO '$user', 'public'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.audit_hash(prev bytea, a audit)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
	SELECT sha256(prev || convert_to(jsonb_build_array(a.bloc_id, a.seq, (extract(epoch FROM a.at) * 1000)::bigint,
		a.actor, a.action, a.subject, a.subject_id, a.detail)::text, 'UTF8'))
$function$;

CREATE OR REPLACE FUNCTION public.audit_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
	RAISE EXCEPTION 'the audit log can only be added to';
END
$function$;

CREATE OR REPLACE FUNCTION public.scoring_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.scoring_lock(bloc bigint, scored_table uuid, alone boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
	name bigint := hashtextextended('scoring|' || bloc || '|' || scored_table, 7);
BEGIN
	IF alone THEN PERFORM pg_advisory_xact_lock(name); ELSE PERFORM pg_advisory_xact_lock_shared(name); END IF;
END
$function$;

CREATE OR REPLACE FUNCTION public.season_closing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
	PERFORM season_lock(new.bloc_id, new.id, true);
	RETURN new;
END
$function$;

CREATE OR REPLACE FUNCTION public.season_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.season_lock(bloc bigint, season uuid, alone boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
	name bigint := hashtextextended('season|' || bloc || '|' || season, 11);
BEGIN
	IF alone THEN PERFORM pg_advisory_xact_lock(name); ELSE PERFORM pg_advisory_xact_lock_shared(name); END IF;
END
$function$;

CREATE OR REPLACE FUNCTION public.veto_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.announcement FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.appeal FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.appeal FOR EACH ROW EXECUTE FUNCTION season_guard('sheet', 'sheet_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.appeal_decision FOR EACH ROW EXECUTE FUNCTION season_guard('appeal', 'appeal_id', 'sheet', 'sheet_id');

CREATE TRIGGER audit_chain BEFORE INSERT ON public.audit FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE TRIGGER audit_refuse BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION audit_refuse();

CREATE TRIGGER audit_refuse_truncate BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.award_proposal FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.award_quota FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.award_step FOR EACH ROW EXECUTE FUNCTION season_guard('award_proposal', 'proposal_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE OF state, counts, closed_at ON public.ballot FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.ballot_box FOR EACH ROW EXECUTE FUNCTION season_guard('ballot', 'ballot_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.ballot_decision FOR EACH ROW EXECUTE FUNCTION season_guard('ballot', 'ballot_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.ballot_publication FOR EACH ROW EXECUTE FUNCTION season_guard('ballot', 'ballot_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.ballot_tally FOR EACH ROW EXECUTE FUNCTION season_guard('ballot', 'ballot_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.campaign_activity FOR EACH ROW EXECUTE FUNCTION season_guard('milestone', 'milestone_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.criterion FOR EACH ROW EXECUTE FUNCTION season_guard('score_table', 'table_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.deadline FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.deadline_revision FOR EACH ROW EXECUTE FUNCTION season_guard('deadline', 'deadline_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.document FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.evidence FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION season_guard('sheet', 'sheet_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.exemplar FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.exemplar_revision FOR EACH ROW EXECUTE FUNCTION season_guard('exemplar', 'exemplar_id');

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.explanation FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.explanation FOR EACH ROW EXECUTE FUNCTION season_guard('sheet', 'sheet_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.extension FOR EACH ROW EXECUTE FUNCTION season_guard('obligation', 'obligation_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.feedback FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.feedback_entry FOR EACH ROW EXECUTE FUNCTION season_guard('feedback', 'feedback_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.initiative FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.initiative_revision FOR EACH ROW EXECUTE FUNCTION season_guard('initiative', 'initiative_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.meeting_decision FOR EACH ROW EXECUTE FUNCTION season_guard('meeting', 'meeting_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.meeting_unit FOR EACH ROW EXECUTE FUNCTION season_guard('meeting', 'meeting_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.milestone FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.obligation FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.registration FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.score_entry FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.score_entry FOR EACH ROW EXECUTE FUNCTION season_guard('sheet', 'sheet_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.score_table FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.scoring_act FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.scoring_act FOR EACH ROW EXECUTE FUNCTION season_guard('score_table', 'table_id');

CREATE TRIGGER season_closing BEFORE UPDATE OF closed_at ON public.season FOR EACH ROW EXECUTE FUNCTION season_closing();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.season_phase FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.sheet FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.sheet_move FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.sheet_move FOR EACH ROW EXECUTE FUNCTION season_guard('sheet', 'sheet_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.submission_decision FOR EACH ROW EXECUTE FUNCTION season_guard('submission', 'submission_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.submission_file FOR EACH ROW EXECUTE FUNCTION season_guard('submission', 'submission_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.table_draft FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.target FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.target_owner FOR EACH ROW EXECUTE FUNCTION season_guard('target', 'target_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.target_report FOR EACH ROW EXECUTE FUNCTION season_guard('target', 'target_id');

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.unit_fact FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.unit_fact FOR EACH ROW EXECUTE FUNCTION season_guard('score_table', 'table_id');

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.verdict FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.verdict FOR EACH ROW EXECUTE FUNCTION season_guard('sheet', 'sheet_id');

CREATE TRIGGER scoring_guard BEFORE INSERT ON public.verifier FOR EACH ROW EXECUTE FUNCTION scoring_guard();

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.verifier FOR EACH ROW EXECUTE FUNCTION season_guard('score_table', 'table_id');

CREATE TRIGGER season_guard BEFORE INSERT OR DELETE OR UPDATE ON public.veto FOR EACH ROW EXECUTE FUNCTION season_guard();

CREATE TRIGGER veto_guard BEFORE INSERT ON public.veto FOR EACH ROW EXECUTE FUNCTION veto_guard();

create policy own_bloc_only on absence as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on announcement as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on announcement_unit as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on appeal as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on appeal_decision as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on audit as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on audit_head as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on award_proposal as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on award_quota as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on award_step as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on ballot as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on ballot_box as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on ballot_decision as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on ballot_publication as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on ballot_tally as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on bloc as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on calendar_confirmation as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on campaign_activity as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on counter as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on criterion as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on deadline as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on deadline_revision as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on dialogue as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on document as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on evidence as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on exemplar as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on exemplar_revision as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on explanation as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on extension as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on feedback as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on feedback_entry as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on file as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on group_code as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on initiative as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on initiative_revision as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on link as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on link_file as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on meeting as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on meeting_decision as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on meeting_unit as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on membership as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on milestone as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on obligation as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on pairing_code as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on plan_document as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on registration as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on score_entry as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on score_table as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on scoring_act as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on season as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on season_choice as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on season_phase as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on sheet as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on sheet_move as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on submission as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on submission_decision as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on submission_file as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on table_draft as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on target as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on target_owner as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on target_report as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on undo as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on unit as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on unit_fact as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on unit_role as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on verdict as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on verifier as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

create policy own_bloc_only on veto as permissive for all to public using ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint)) with check ((bloc_id = (NULLIF(current_setting('tlk.bloc_id'::text, true), ''::text))::bigint));

grant execute on function audit_chain() to public;

grant execute on function audit_hash(bytea,audit) to public;

grant execute on function audit_refuse() to public;

grant execute on function scoring_guard() to public;

grant execute on function scoring_lock(bigint,uuid,boolean) to public;

grant execute on function season_closing() to public;

grant execute on function season_guard() to public;

grant execute on function season_lock(bigint,uuid,boolean) to public;

grant execute on function veto_guard() to public;

grant usage on schema public to public;

grant usage on schema room to tlk_system;

grant usage on sequence bloc_bloc_id_seq to tlk_app;

grant insert, select, update on table absence to tlk_app;

grant delete, insert, select, update on table account to tlk_app;

grant delete, insert, select, update on table account to tlk_system;

grant insert, select, update on table account_code to tlk_app;

grant insert, select on table announcement to tlk_app;

grant insert, select, update on table announcement_unit to tlk_app;

grant insert, select on table appeal to tlk_app;

grant insert, select on table appeal_decision to tlk_app;

grant insert, select on table audit to tlk_app;

grant select on table audit_head to tlk_app;

grant insert, select on table award_proposal to tlk_app;

grant insert, select on table award_quota to tlk_app;

grant insert, select on table award_step to tlk_app;

grant insert, select, update on table ballot to tlk_app;

grant insert, select, update on table ballot_box to tlk_app;

grant insert, select on table ballot_decision to tlk_app;

grant insert, select on table ballot_publication to tlk_app;

grant insert, select on table ballot_tally to tlk_app;

grant insert, select, update on table bloc to tlk_app;

grant insert, select, update on table calendar_confirmation to tlk_app;

grant insert, select on table campaign_activity to tlk_app;

grant delete, insert, select, update on table chat_binding to tlk_app;

grant delete, insert, select, update on table chat_binding to tlk_system;

grant insert, select, update on table counter to tlk_app;

grant insert, select on table criterion to tlk_app;

grant insert, select on table deadline to tlk_app;

grant insert, select on table deadline_revision to tlk_app;

grant delete, insert, select, update on table dialogue to tlk_app;

grant insert, select, update on table document to tlk_app;

grant select on table domain_clock to tlk_app;

grant delete, insert, select, update on table domain_clock to tlk_system;

grant delete, insert, select, update on table due to tlk_app;

grant delete, insert, select, update on table due to tlk_system;

grant insert, select, update (taken_back_at), update (taken_back_by) on table evidence to tlk_app;

grant insert, select on table exemplar to tlk_app;

grant insert, select on table exemplar_revision to tlk_app;

grant insert, select on table explanation to tlk_app;

grant insert, select, update on table extension to tlk_app;

grant insert, select, update on table feedback to tlk_app;

grant insert, select on table feedback_entry to tlk_app;

grant insert, select on table file to tlk_app;

grant insert, select, update on table group_code to tlk_app;

grant select on table holiday to tlk_app;

grant delete, insert, select, update on table holiday to tlk_system;

grant delete, insert, select, update on table inbox to tlk_app;

grant delete, insert, select, update on table inbox to tlk_system;

grant delete, insert, select, update on table inbox_file to tlk_app;

grant delete, insert, select, update on table inbox_file to tlk_system;

grant insert, select on table initiative to tlk_app;

grant insert, select on table initiative_revision to tlk_app;

grant insert, select, update (used_at) on table link to tlk_app;

grant delete, insert, select on table link_file to tlk_app;

grant insert, select, update (cancelled_at), update (held_at) on table meeting to tlk_app;

grant insert, select on table meeting_decision to tlk_app;

grant insert, select, update (answer), update (answered_at), update (answered_by), update (attended), update (reason) on table meeting_unit to tlk_app;

grant insert, select, update on table membership to tlk_app;

grant select on table message_count to tlk_app;

grant insert, select, update on table message_count to tlk_system;

grant insert, select on table milestone to tlk_app;

grant insert, select, update on table obligation to tlk_app;

grant delete, insert, select, update on table outbox to tlk_app;

grant delete, insert, select, update on table outbox to tlk_system;

grant insert, select, update on table pairing_code to tlk_app;

grant delete, insert, select, update on table person to tlk_app;

grant delete, insert, select, update on table person to tlk_system;

grant insert, select, update (applied_at) on table plan_document to tlk_app;

grant insert, select on table registration to tlk_app;

grant insert, select, update on table room.chat to tlk_system;

grant insert, select, update on table room.file to tlk_system;

grant insert, select, update on table room.member to tlk_system;

grant insert, select, update on table room.message to tlk_system;

grant insert, select, update on table room.person to tlk_system;

grant insert, select on table score_entry to tlk_app;

grant insert, select on table score_table to tlk_app;

grant insert, select on table scoring_act to tlk_app;

grant insert, select, update on table season to tlk_app;

grant delete, insert, select, update on table season_choice to tlk_app;

grant insert, select on table season_phase to tlk_app;

grant delete, insert, select, update on table setup_code to tlk_app;

grant delete, insert, select, update on table setup_code to tlk_system;

grant insert, select, update on table sheet to tlk_app;

grant insert, select on table sheet_move to tlk_app;

grant insert, select on table submission to tlk_app;

grant insert, select on table submission_decision to tlk_app;

grant insert, select on table submission_file to tlk_app;

grant insert, select on table table_draft to tlk_app;

grant insert, select on table target to tlk_app;

grant insert, select on table target_owner to tlk_app;

grant insert, select on table target_report to tlk_app;

grant insert, select, update on table undo to tlk_app;

grant insert, select, update on table unit to tlk_app;

grant insert, select on table unit_fact to tlk_app;

grant insert, select, update on table unit_role to tlk_app;

grant insert, select on table verdict to tlk_app;

grant insert, select on table verifier to tlk_app;

grant insert, select on table veto to tlk_app;
