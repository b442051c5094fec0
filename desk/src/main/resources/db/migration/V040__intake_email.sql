-- A mail as it came, kept before it is read. From 'received' it goes to exactly one of the other states, by the same
-- transaction that does what the state says.
create table intake.letter (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    mailbox text not null,
    recipient text not null,
    return_path text not null,
    peer text not null,
    raw bytea not null,
    size int not null,
    lane smallint not null, -- equal content goes down one lane, where it is met one after the other
    sha256 bytea not null, -- without the lines that servers on the way add
    received_at timestamptz not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    state text not null default 'received' check (state in ('received', 'ticketed', 'appended', 'suppressed', 'quarantined')),
    reason text,
    same_as bigint, -- the earlier letter that this one repeats
    ticket bigint,
    message_id text,
    settled_at timestamptz,
    primary key (tenant, id),
    check (state not in ('ticketed', 'appended') or ticket is not null),
    check (state not in ('suppressed', 'quarantined') or reason is not null),
    check ((state = 'received') = (settled_at is null))
) with (fillfactor = 80);
select tenant.wall('intake.letter', 'select, insert, update');
create index letter_due on intake.letter (tenant, lane, due_at) where state = 'received';
create index letter_sha256 on intake.letter (tenant, sha256);
create index letter_quarantined on intake.letter (tenant, id desc) where state = 'quarantined';

create function intake.tenants_with_letters(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, intake
begin atomic
    select t.id from tenant.tenant t
     where exists (select from intake.letter l where l.tenant = t.id and l.state = 'received' and l.due_at <= at);
end;

-- How many letters are in which state, over all desks: for the conservation law, which must hold for the whole house.
create function intake.letters_by_state() returns table (state text, letters bigint)
    language sql stable security definer set search_path = pg_catalog, intake
begin atomic
    select l.state, count(*) from intake.letter l group by l.state;
end;
