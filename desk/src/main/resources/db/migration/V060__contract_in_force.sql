-- A version of a charter may be planned for a later instant, and withdrawn before it comes.
alter table contract.charter_version
    add state text not null default 'in force' check (state in ('coming', 'in force', 'withdrawn')),
    add put_at timestamptz,
    add withdrawn_at timestamptz,
    add withdrawn_by text,
    add withdrawn_why text;
update contract.charter_version set put_at = in_force_at;
alter table contract.charter_version alter put_at set not null;
create unique index charter_coming on contract.charter_version (tenant) where state = 'coming';
grant update (state, in_force_at, withdrawn_at, withdrawn_by, withdrawn_why) on contract.charter_version to ${app};

-- Releases that got another date than their charter gave them.
create table contract.release_move (
    tenant uuid not null default tenant.current(),
    move bigint generated always as identity,
    at timestamptz not null,
    release date not null,
    moved_to date not null,
    moved_by text not null,
    why text not null,
    primary key (tenant, move)
);
select tenant.wall('contract.release_move', 'select, insert');

-- What rules promises changes for all tickets at once: who writes to a ticket holds it still (shared), who changes it
-- waits for those and keeps new ones waiting (exclusive).
create function contract.ruling_key() returns bigint
    language sql stable parallel safe
    return hashtextextended(tenant.current()::text, 60);

-- Holds what rules still until the transaction ends, and tells it apart from what ruled before. Each statement of it
-- sees what was committed before it, so what is counted is what rules once the lock is had.
create function contract.hold_still() returns table (versions bigint, moves bigint, coming_at timestamptz)
    language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(contract.ruling_key());
    return query
        select count(*) filter (where v.state = 'in force'),
               (select count(*) from contract.release_move),
               min(v.in_force_at) filter (where v.state = 'coming')
          from contract.charter_version v;
end $$;

-- Keeps everybody else from writing to tickets until the transaction ends.
create function contract.change_ruling() returns void
    language sql volatile
    return pg_advisory_xact_lock(contract.ruling_key());

-- Tenants whose charter's next version comes by then: only their ids.
create function contract.tenants_with_coming(by_then timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, contract
begin atomic
    select v.tenant from contract.charter_version v where v.state = 'coming' and v.in_force_at <= by_then;
end;
