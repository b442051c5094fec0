-- Where a scanner stands beside the desk, no file is given out that it has not looked at. One row for each
-- content; one that an agent attaches is looked at before it is kept.
create table ticket.inspection (
    tenant uuid not null default tenant.current(),
    sha256 bytea not null,
    due_at timestamptz, -- when it is looked at, or again; null: it was
    found text, -- what is wrong with it; null: nothing is
    said text, -- why it could not be looked at the last time
    primary key (tenant, sha256)
);
select tenant.wall('ticket.inspection', 'select, insert, update');
create index inspection_due on ticket.inspection (due_at) where due_at is not null;

-- Tenants with a file to look at by then: only their ids.
create function ticket.tenants_with_inspections(by_then timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, ticket
begin atomic
    select distinct i.tenant from ticket.inspection i where i.due_at <= by_then;
end;

-- What is kept by content elsewhere has no bytes here.
alter table ticket.content alter column bytes drop not null;
