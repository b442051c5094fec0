-- What no judgement changes need not be prepared, and of a ticket that stays as it is nothing but that.
drop function ticket.prepare(jsonb, jsonb);
drop table ticket.prepared;
create unlogged table ticket.prepared (
    tenant uuid not null default tenant.current(),
    number bigint not null,
    version int not null,
    known int not null, -- how often what rules promises was changed otherwise, as it was known then
    judged_entries int not null, -- the timeline's length then; with another one it is to be judged again
    differs boolean not null,
    tells boolean not null, -- something that somebody is to hear of, so it is judged when it happens
    severity text,
    status text,
    hold text,
    tier text,
    group_name text,
    agent bigint,
    resolved_at timestamptz,
    entries int,
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
    breaks_at timestamptz,
    wake_at timestamptz,
    primary key (tenant, number)
);
select tenant.wall('ticket.prepared', 'select, insert, delete');

create function ticket.prepare(tickets jsonb, entries jsonb) returns void
    language sql volatile
begin atomic
    insert into ticket.prepared select * from jsonb_populate_recordset(null::ticket.prepared, tickets);
    insert into ticket.prepared_entry select * from jsonb_populate_recordset(null::ticket.prepared_entry, entries);
end;
