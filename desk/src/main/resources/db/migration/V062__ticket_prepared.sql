-- Tickets as they will stand when the next version of the charter comes: worked out before, put in their places in one
-- step. Nothing here can't be worked out again, so it need not survive a crash.
create unlogged table ticket.prepared (
    like ticket.ticket,
    version int not null,
    moves int not null, -- of releases, which were known then
    judged_entries int not null, -- the timeline's length then; with another one it is to be judged again
    differs boolean not null,
    tells boolean not null, -- something that somebody is to hear of, so it is judged when it happens
    primary key (tenant, number)
);
select tenant.wall('ticket.prepared', 'select, insert, delete');

create unlogged table ticket.prepared_entry (
    tenant uuid not null default tenant.current(),
    ticket bigint not null,
    entry int not null,
    at timestamptz not null,
    kind text not null,
    details jsonb,
    primary key (tenant, ticket, entry)
);
select tenant.wall('ticket.prepared_entry', 'select, insert, delete');

-- Many rows in one parameter each.
create function ticket.prepare(tickets jsonb, entries jsonb) returns void
    language sql volatile
begin atomic
    insert into ticket.prepared select * from jsonb_populate_recordset(null::ticket.prepared, tickets);
    insert into ticket.prepared_entry select * from jsonb_populate_recordset(null::ticket.prepared_entry, entries);
end;
