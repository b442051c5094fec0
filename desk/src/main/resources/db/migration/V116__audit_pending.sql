-- What was put down with the change it tells of, by any number of writers at once, and waits a moment for its place in the chain.
create table audit.pending (
    tenant uuid not null default tenant.current(),
    id bigint not null generated always as identity,
    at timestamptz not null,
    kind text not null,
    actor text not null,
    subject text not null,
    words text not null,
    primary key (tenant, id)
);
select tenant.wall('audit.pending', 'select, insert, delete');

-- Tenants with something that waits: only their ids.
create function audit.tenants_with_pending() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, audit
begin atomic
    select distinct p.tenant from audit.pending p;
end;
