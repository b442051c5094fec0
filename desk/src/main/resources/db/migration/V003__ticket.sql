-- Tickets and their timelines.
create schema ticket;
grant usage on schema ticket to ${app};

-- Combines the tenant with words in one index.
create extension if not exists btree_gin with schema public;

-- References ascend, each desk's for itself, and may have gaps: nobody waits for another's commit to get one.
create function ticket.next_number() returns bigint
    language plpgsql security definer set search_path = pg_catalog, ticket as $$
declare
    numbers text := 'ticket.numbers_' || replace(tenant.current()::text, '-', '');
begin
    return nextval(numbers::regclass);
exception when undefined_table then
    begin
        execute format('create sequence if not exists %s', numbers);
    exception when unique_violation or duplicate_table then
        null; -- another ticket of this desk, opened in this very moment, made it
    end;
    return nextval(numbers::regclass);
end $$;

-- One row a case: what a list shows of it. All of it follows from the timeline.
create table ticket.ticket (
    tenant uuid not null default tenant.current(),
    number bigint not null default ticket.next_number(),
    subject text not null,
    requester bigint not null,
    severity text not null,
    channel text not null,
    status text not null check (status in ('open', 'held', 'resolved', 'closed')),
    hold text,
    tier text not null,
    group_name text,
    agent bigint,
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    resolved_at timestamptz,
    continues bigint, -- the closed ticket that this one continues
    entries int not null,
    -- the promise that breaks next, as it stood at next_as_of
    next_metric text,
    next_aim boolean,
    next_nth int,
    next_state text,
    next_late boolean,
    next_due_at timestamptz,
    next_left_micros bigint,
    next_allowance_micros bigint,
    next_calendar text,
    next_as_of timestamptz,
    -- what a queue is sorted by: the due instant; for a paused promise, and for none, a time far ahead
    breaks_at timestamptz not null,
    -- when something next happens to the ticket by itself
    wake_at timestamptz,
    primary key (tenant, number)
);
select tenant.wall('ticket.ticket', 'select, insert, update');

create index ticket_breaks on ticket.ticket (tenant, breaks_at, number) where status in ('open', 'held');
create index ticket_breaks_mine on ticket.ticket (tenant, agent, breaks_at, number) where status in ('open', 'held');
create index ticket_held on ticket.ticket (tenant, breaks_at, number) where status = 'held';
create index ticket_resolved on ticket.ticket (tenant, changed_at desc, number desc) where status = 'resolved';
create index ticket_by_requester on ticket.ticket (tenant, requester, number desc);
create index ticket_wakes on ticket.ticket (tenant, wake_at) where wake_at is not null;

-- All that happened to a ticket, in order; never changed, never taken away.
create table ticket.entry (
    tenant uuid not null default tenant.current(),
    ticket bigint not null,
    entry int not null,
    at timestamptz not null,
    kind text not null,
    author_kind text not null check (author_kind in ('requester', 'agent', 'desk')),
    author bigint,
    subject text,
    text text,
    details jsonb,
    words tsvector generated always as
        (to_tsvector('simple', coalesce(subject, '') || ' ' || left(coalesce(text, ''), 100000))) stored,
    primary key (tenant, ticket, entry)
);
select tenant.wall('ticket.entry', 'select, insert');
create index entry_words on ticket.entry using gin (tenant, words) with (gin_pending_list_limit = 512);

-- Files that came with an entry; their bytes stand once, by content.
create table ticket.content (
    tenant uuid not null default tenant.current(),
    sha256 bytea not null,
    bytes bytea not null,
    primary key (tenant, sha256)
);
select tenant.wall('ticket.content', 'select, insert');

create table ticket.attachment (
    tenant uuid not null default tenant.current(),
    ticket bigint not null,
    entry int not null,
    place int not null,
    name text not null,
    type text not null,
    size bigint not null,
    sha256 bytea not null,
    primary key (tenant, ticket, entry, place),
    foreign key (tenant, ticket, entry) references ticket.entry,
    foreign key (tenant, sha256) references ticket.content
);
select tenant.wall('ticket.attachment', 'select, insert');

-- Words are looked for below the wall, since a policy would keep the index of words from being used;
-- so this function is the wall here: it names the tenant itself.
-- Newest tickets first: for a common word the planner walks back from the newest, for a rare one it asks the index.
create function ticket.search(query text, before bigint, most int) returns table (number bigint)
    language plpgsql stable security definer set search_path = pg_catalog, ticket, public as $$
begin
    return query execute
        'select distinct on (e.ticket) e.ticket from ticket.entry e
          where e.tenant = tenant.current() and e.words @@ $1 and e.ticket < $2
          order by e.ticket desc limit $3'
        using websearch_to_tsquery('simple', query), before, most;
end $$;

-- Tenants with a ticket to which something is due to happen: the one thing read across the wall, and only their ids.
create function ticket.tenants_to_wake(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, ticket
begin atomic
    select t.id from tenant.tenant t
     where exists (select from ticket.ticket k where k.tenant = t.id and k.wake_at <= at);
end;
